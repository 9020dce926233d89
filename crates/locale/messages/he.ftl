### מילות העמודים לקוראים בעברית. ההסברים למתרגם הם אלה שבקובץ en.ftl.

## Dates and lists

# Joins a date ("21 July 2025") and a time of day ("18:37") as newspapers print them.
date-and-time = { $date }, { $time }

# Before an article: who wrote it. $names is a finished list, "Ada Wong and Ben Ali".
byline = מאת { $names }

# Who translated an article. $names is a finished list of names.
credit-translator = תרגום: { $names }

# Who took an article's pictures. $names is a finished list of names.
credit-photographer = צילום: { $names }

# Who edited an article. $names is a finished list of names.
credit-editor = עריכה: { $names }

# Before an article: when it first appeared. $moment is a finished date and time.
published = פורסם ב־{ $moment }

# Before an article: when editors last changed it in a way readers should know of.
updated = עודכן ב־{ $moment }

## Every page

# First link of a page, seen only by keyboard and screen reader: jumps to the text.
skip-to-content = דילוג לתוכן

# Name of the navigation with the newspaper's sections, for screen readers.
site-navigation = מדורים

# Name of the switch between languages, for screen readers.
language-switch = שפות

# Name of the path from the front page to this one, for screen readers.
breadcrumb = אתם כאן

# First step of that path and link on the error pages: the front page.
front-page = דף הבית

# Title of a page in the browser's tab. $page is a headline or a section's name, $paper the newspaper's.
page-title = { $page } – { $paper }

# Name of the footer's list of links, for screen readers.
footer-navigation = אודות האתר

# Heading of the words on what others may do with the newspaper's texts.
reuse = שימוש חוזר בתכנים

# Spoken after a link that leaves the newspaper's site.
external-link = קישור חיצוני

# Opens the list of sections on a narrow screen.
menu = תפריט

# Switches the page to light letters on dark paper.
night-theme = מצב לילה

# Button: one step larger.
text-larger = הגדלת הטקסט

# Button: one step smaller.
text-smaller = הקטנת הטקסט

# Name of the group of buttons for theme, text size, sharing and printing, for screen readers.
reader-tools = כלי קריאה

# Link at the foot of a long page: jumps to its head.
back-to-top = חזרה לראש העמוד

# Foot of a printed page: where it came from. $url is its address.
printed-from = הודפס מתוך { "\u2068" }{ $url }{ "\u2069" }

# Foot of each page. YEAR prints the year in your digits; $paper is the publisher's name.
copyright = © { YEAR($year) } { $paper }

# Foot of each page: who answers for the newspaper. $publisher is a name.
published-by = המו״ל: { $publisher }

# Heading of the links to the newspaper in social networks.
follow-us = עקבו אחרינו

# One of those links. $network is a proper name: X, YouTube, Telegram.
follow-on = עקבו אחרינו ב־{ $network }

# Link to the newspaper's app. $network is a shop's proper name: App Store, Google Play.
get-app = להורדת האפליקציה ב־{ $network }

## Sharing

# Heading of the links and buttons that pass an article on.
share = שיתוף

# One of those links. $network is a proper name: X, Facebook, Telegram, WhatsApp.
share-on = שיתוף ב־{ $network }

# Link that opens the reader's e-mail program.
share-mail = שליחה בדוא״ל

# Button that opens the telephone's own sheet with all its ways of sharing.
share-system = אפשרויות שיתוף נוספות

# Button: puts the article's address on the clipboard.
copy-link = העתקת הקישור

# Said for a moment when that is done.
link-copied = הקישור הועתק

# Said for a moment when the browser refused it.
link-not-copied = העתקת הקישור נכשלה

# Button: prints the page.
print-page = הדפסה

## Search

# Link to the search, and its name.
search = חיפוש

# In the empty field and above it.
search-prompt = מה תרצו לחפש?

# Button: starts the search.
search-submit = חפשו

# Button: closes the search over a page.
search-close = סגירת החיפוש

# How many stories were found.
search-count = { PLURAL($count) ->
    [one] נמצאה כתבה אחת
    [two] נמצאו שתי כתבות
   *[other] נמצאו { $count } כתבות
}

# Instead of it where there are more than can be shown. $count is 200.
search-capped = { PLURAL($count) ->
    [one] מוצגת הכתבה המתאימה ביותר מתוך רבות. הוסיפו מילה כדי לצמצם את החיפוש.
    [two] מוצגות שתי הכתבות המתאימות ביותר מתוך רבות. הוסיפו מילה כדי לצמצם את החיפוש.
   *[other] מוצגות { $count } הכתבות המתאימות ביותר מתוך רבות. הוסיפו מילה כדי לצמצם את החיפוש.
}

# Nothing was found. $query is what was typed.
search-none = לא נמצאו תוצאות עבור ”{ "\u2068" }{ $query }{ "\u2069" }”

# Below it, and on the page of the search before anything is typed.
search-hint = בדקו את האיות, נסו פחות מילים או מילים כלליות יותר.

# Link on the page of results: to the better hits before these.
search-previous = התוצאות הקודמות

# Link on the page of results: to the hits after these.
search-next = תוצאות נוספות

# The search cannot answer just now; the rest of the site can.
search-away = החיפוש אינו זמין כרגע. נסו שוב בעוד כמה דקות, או עיינו במדורים ובארכיון.

## Front page and sections

# Heading of the newest stories.
latest = חדשות אחרונות

# Heading of the newest stories beside an article.
most-recent = חדש באתר

# Link below a section's strip on the front page. $section is the section's name.
more-in = כל הכתבות במדור { $section }

# Shown in place of a list without stories.
list-empty = עדיין אין כאן כתבות.

# Heading of a section's subsections, $section being the section's name.
subsections = מדורי המשנה במדור { $section }

# Shown in place of a front page without stories.
front-empty = עדיין לא פורסם כאן דבר. הכתבות הראשונות יופיעו בעמוד זה.

# Shown in place of a section without stories.
section-empty = עדיין אין כתבות במדור זה.

# Name of the links between the pages of a list, for screen readers.
paging = עמודים

# Link to the next page of a list: its older stories.
next-page = כתבות קודמות

# Link back to the first page of a list: its newest stories.
first-page = הכתבות החדשות ביותר

## Topics, authors, sources, archive, corrections

# Above the name of a topic, at the head of its page.
topic-label = נושא

# Above the name of an author, at the head of that page.
author-label = מאת

# Shown in place of an author's stories.
author-empty = עדיין אין כתבות תחת שם זה.

# Above the name of a medium or body that stories cite, at the head of its page.
source-label = מקור

# Link to that source's own site.
source-home = אתר המקור

# Heading of the stories that cite it. $source is its name.
source-cites = כתבות המסתמכות על { $source }

# Link to exactly the page that an article cites.
cited-page = העמוד המצוטט

# Link to the archive, and its heading.
archive = ארכיון

# Shown in place of a day, month or year without stories.
archive-empty = לא פורסם דבר בתקופה זו.

# Name of the list of years, for screen readers.
archive-year = שנים

# Name of the list of months, for screen readers.
archive-months = חודשים

# Name of the list of days, for screen readers.
archive-days = ימים

# Before the link to the day, month or year before, for screen readers.
previous-period = מוקדם יותר

# Before the link to the day, month or year after, for screen readers.
next-period = מאוחר יותר

# Link to the page of all corrections, and its heading.
corrections-log = תיקונים והבהרות

# Under that heading.
corrections-log-text = כשאנחנו טועים, אנחנו מתקנים את הכתבה ומודיעים על כך כאן.

# Shown where there are none.
corrections-empty = עדיין לא פורסמו תיקונים.

# Before the headline of the story that was corrected.
correction-of = תיקון לכתבה:

## Kinds of article: a label before the headline. News has none.

# Label: the author's own view, not the newspaper's.
kind-opinion = דעה

# Label: questions and answers.
kind-interview = ריאיון

# Label: background that explains a subject.
kind-explainer = הסבר

# Label: a long piece of reporting.
kind-long-read = כתבת עומק

# Label: a story told in photographs.
kind-picture-story = סיפור בתמונות

# Label: a film.
kind-video = וידאו

# Label: a recording to listen to.
kind-audio = אודיו

# Label: events reported as they happen.
kind-live = דיווח חי

# Label: somebody else's announcement, printed as it came.
kind-press-release = הודעה לעיתונות

# Label: paid for by a company. It must be unmistakable; use the term that your law asks for.
kind-partner-content = תוכן שיווקי

## Articles

# Heading of the list of corrections under an article.
corrections = תיקונים

# Before a correction: when it was made. $moment is a finished date and time.
corrected = תוקן ב־{ $moment }

# Heading of the list of media and documents that an article draws on.
sources = מקורות

# Heading of the list of subjects, people and places that an article is about.
topics = נושאים

# Heading of further stories under an article. $section is a section's name.
more-from = עוד במדור { $section }

# Heading of the links to the same article in other languages.
translations = לקריאה בשפות נוספות

# Name of the article's facts (author, dates), for screen readers.
article-details = על הכתבה

# How long an average reader needs for it.
reading-time = { PLURAL($minutes) ->
    [one] זמן קריאה: דקה אחת
    [two] זמן קריאה: שתי דקות
   *[other] זמן קריאה: { $minutes } דקות
}

# Link to the story that was published after this one in its section.
newer-story = הכתבה הבאה

# Link to the story that was published before it.
older-story = הכתבה הקודמת

# Under an opinion.
opinion-note = הדעות המובאות כאן הן של הכותבים ואינן משקפות בהכרח את עמדת העיתון.

# Above partner content. It must be unmistakable.
partner-note = התוכן מומן בידי שותף מסחרי. המערכת לא הייתה מעורבת בהכנתו.

# Before the headline of partner content where only words can be shown, as in feeds.
partner-prefix = תוכן שיווקי:

## Pages that say what is wrong, and what to do.

# Heading, status 404: the address leads nowhere.
not-found-title = אין עמוד בכתובת הזאת

# Under that heading.
not-found-text = אולי הקישור ישן, ואולי נפלה טעות בכתובת. ייתכן שתמצאו את מבוקשכם בדף הבית או באחד המדורים.

# Heading, status 410: an article that was withdrawn.
gone-title = הכתבה אינה זמינה עוד

# Under that heading: the editors took it down, or its time was over.
gone-text = הכתבה פורסמה כאן והוסרה. הכתובת שלה לא תשמש לשום תוכן אחר.

# Instead of it, where the article was wrong beyond correction.
gone-retracted-text = הכתבה פורסמה כאן, אך המערכת חזרה בה מפרסומה, משום שלא עמדה באמות המידה שלנו.

# Instead of it, where a court or the law asked for it.
gone-legal-text = הכתבה פורסמה כאן והוסרה מסיבות משפטיות.

# Heading, status 500: a fault of ours.
fault-title = אירעה תקלה אצלנו

# Under that heading.
fault-text = לא ניתן היה להציג את העמוד. התקלה נרשמה. נסו שוב בעוד כמה דקות.

# Heading, status 503: the server is busy, or its database cannot be reached.
busy-title = לא ניתן להציג את העמוד כרגע

# Under that heading.
busy-text = האתר עמוס ברגע זה. טענו את העמוד מחדש בעוד דקה.

# Heading, status 400: an address or a request that makes no sense.
bad-request-title = לא ניתן לקרוא את הכתובת

# Under that heading.
bad-request-text = יש בה תווים שאינם מופיעים בכתובות שלנו. בדקו אותה, או התחילו מדף הבית.

# Heading, status 405: a page was asked for in a way that it does not answer.
wrong-method-title = העמוד הזה מיועד לקריאה בלבד

# Under that heading.
wrong-method-text = מה ששלחתם לא התקבל. פתחו שוב את העמוד, או התחילו מדף הבית.

## Feeds

# Title of the newspaper's feed. $paper is its name.
feed-title = { $paper }

# Link to a feed, in the footer.
feed-link = עדכוני RSS

# Description of the newspaper's feed. $paper is its name.
feed-description = החדשות האחרונות מ־{ $paper }

# Title of a section's feed. $paper is the newspaper's name, $section the section's.
feed-of-section = { $paper } – { $section }

# Title of a topic's feed. $paper is the newspaper's name, $topic the topic's.
feed-of-topic = { $paper } – { $topic }

# Title of an author's feed. $paper is the newspaper's name, $author the author's.
feed-of-author = { $paper } – { $author }
