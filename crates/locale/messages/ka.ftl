### მკითხველის გვერდების სიტყვები ქართულად. განმარტებები მთარგმნელისთვის იგივეა, რაც en.ftl ფაილში.

## Dates and lists

# Joins a date ("21 July 2025") and a time of day ("18:37") as newspapers print them.
date-and-time = { $date }, { $time }

# Before an article: who wrote it. $names is a finished list, "Ada Wong and Ben Ali".
byline = ტექსტი: { $names }

# Who translated an article. $names is a finished list of names.
credit-translator = თარგმანი: { $names }

# Who took an article's pictures. $names is a finished list of names.
credit-photographer = ფოტო: { $names }

# Who edited an article. $names is a finished list of names.
credit-editor = რედაქტორი: { $names }

# Before an article: when it first appeared. $moment is a finished date and time.
published = გამოქვეყნდა: { $moment }

# Before an article: when editors last changed it in a way readers should know of.
updated = განახლდა: { $moment }

## Every page

# First link of a page, seen only by keyboard and screen reader: jumps to the text.
skip-to-content = ტექსტზე გადასვლა

# Name of the navigation with the newspaper's sections, for screen readers.
site-navigation = რუბრიკები

# Name of the switch between languages, for screen readers.
language-switch = ენები

# Name of the path from the front page to this one, for screen readers.
breadcrumb = თქვენ აქ ხართ

# First step of that path and link on the error pages: the front page.
front-page = მთავარი გვერდი

# Title of a page in the browser's tab. $page is a headline or a section's name, $paper the newspaper's.
page-title = { $page } – { $paper }

# Name of the footer's list of links, for screen readers.
footer-navigation = საიტის შესახებ

# Heading of the words on what others may do with the newspaper's texts.
reuse = მასალების გადაბეჭდვა

# Spoken after a link that leaves the newspaper's site.
external-link = გარე ბმული

# Opens the list of sections on a narrow screen.
menu = მენიუ

# Switches the page to light letters on dark paper.
night-theme = ღამის რეჟიმი

# Button: one step larger.
text-larger = ტექსტის გადიდება

# Button: one step smaller.
text-smaller = ტექსტის შემცირება

# Name of the group of buttons for theme, text size, sharing and printing, for screen readers.
reader-tools = კითხვის ხელსაწყოები

# Link at the foot of a long page: jumps to its head.
back-to-top = ზემოთ დაბრუნება

# Foot of a printed page: where it came from. $url is its address.
printed-from = ამობეჭდილია გვერდიდან: { $url }

# Foot of each page. YEAR prints the year in your digits; $paper is the publisher's name.
copyright = © { YEAR($year) } { $paper }

# Foot of each page: who answers for the newspaper. $publisher is a name.
published-by = გამომცემელი: { $publisher }

# Heading of the links to the newspaper in social networks.
follow-us = გამოგვყევით

# One of those links. $network is a proper name: X, YouTube, Telegram.
follow-on = გამოგვყევით: { $network }

# Link to the newspaper's app. $network is a shop's proper name: App Store, Google Play.
get-app = აპლიკაციის ჩამოტვირთვა: { $network }

## Sharing

# Heading of the links and buttons that pass an article on.
share = გაზიარება

# One of those links. $network is a proper name: X, Facebook, Telegram, WhatsApp.
share-on = { $network }-ზე გაზიარება

# Link that opens the reader's e-mail program.
share-mail = ელფოსტით გაგზავნა

# Button that opens the telephone's own sheet with all its ways of sharing.
share-system = გაზიარების სხვა გზები

# Button: puts the article's address on the clipboard.
copy-link = ბმულის კოპირება

# Said for a moment when that is done.
link-copied = ბმული დაკოპირდა

# Said for a moment when the browser refused it.
link-not-copied = ბმულის კოპირება ვერ მოხერხდა

# Button: prints the page.
print-page = ამობეჭდვა

## Search

# Link to the search, and its name.
search = ძიება

# In the empty field and above it.
search-prompt = რას ეძებთ?

# Button: starts the search.
search-submit = მოძებნა

# Button: closes the search over a page.
search-close = ძიების დახურვა

# How many stories were found.
search-count = { PLURAL($count) ->
    [one] მოიძებნა { $count } მასალა
   *[other] მოიძებნა { $count } მასალა
}

# Instead of it where there are more than can be shown. $count is 200.
search-capped = { PLURAL($count) ->
    [one] ნაჩვენებია ყველაზე შესაფერისი { $count } მასალა. ძიების დასაზუსტებლად დაამატეთ კიდევ ერთი სიტყვა.
   *[other] ნაჩვენებია ყველაზე შესაფერისი { $count } მასალა. ძიების დასაზუსტებლად დაამატეთ კიდევ ერთი სიტყვა.
}

# Nothing was found. $query is what was typed.
search-none = „{ $query }“ – ვერაფერი მოიძებნა

# Below it, and on the page of the search before anything is typed.
search-hint = გადაამოწმეთ მართლწერა, სცადეთ ნაკლები ან უფრო ზოგადი სიტყვები.

# Link on the page of results: to the better hits before these.
search-previous = წინა შედეგები

# Link on the page of results: to the hits after these.
search-next = შემდეგი შედეგები

# The search cannot answer just now; the rest of the site can.
search-away = ძიება ამჟამად მიუწვდომელია. სცადეთ ხელახლა რამდენიმე წუთში ან გადახედეთ რუბრიკებსა და არქივს.

## Front page and sections

# Heading of the newest stories.
latest = უახლესი ამბები

# Heading of the newest stories beside an article.
most-recent = ბოლოს გამოქვეყნებული

# Link below a section's strip on the front page. $section is the section's name.
more-in = რუბრიკის „{ $section }“ ყველა მასალა

# Shown in place of a list without stories.
list-empty = აქ მასალები ჯერ არ არის.

# Heading of a section's subsections, $section being the section's name.
subsections = რუბრიკის „{ $section }“ ქვერუბრიკები

# Shown in place of a front page without stories.
front-empty = აქ ჯერ არაფერი გამოქვეყნებულა. პირველი მასალები ამ გვერდზე გამოჩნდება.

# Shown in place of a section without stories.
section-empty = ამ რუბრიკაში მასალები ჯერ არ არის.

# Name of the links between the pages of a list, for screen readers.
paging = გვერდები

# Link to the next page of a list: its older stories.
next-page = უფრო ადრინდელი მასალები

# Link back to the first page of a list: its newest stories.
first-page = უახლესი მასალები

## Topics, authors, sources, archive, corrections

# Above the name of a topic, at the head of its page.
topic-label = თემა

# Above the name of an author, at the head of that page.
author-label = ავტორი

# Shown in place of an author's stories.
author-empty = ამ ავტორის მასალები ჯერ არ არის.

# Above the name of a medium or body that stories cite, at the head of its page.
source-label = წყარო

# Link to that source's own site.
source-home = წყაროს ვებსაიტი

# Heading of the stories that cite it. $source is its name.
source-cites = მასალები, რომელთა წყაროა { $source }

# Link to exactly the page that an article cites.
cited-page = ციტირებული გვერდი

# Link to the archive, and its heading.
archive = არქივი

# Shown in place of a day, month or year without stories.
archive-empty = ამ პერიოდში არაფერი გამოქვეყნებულა.

# Name of the list of years, for screen readers.
archive-year = წლები

# Name of the list of months, for screen readers.
archive-months = თვეები

# Name of the list of days, for screen readers.
archive-days = დღეები

# Before the link to the day, month or year before, for screen readers.
previous-period = უფრო ადრე

# Before the link to the day, month or year after, for screen readers.
next-period = უფრო გვიან

# Link to the page of all corrections, and its heading.
corrections-log = შესწორებები და დაზუსტებები

# Under that heading.
corrections-log-text = როცა ვცდებით, შეცდომას ტექსტში ვასწორებთ და ამის შესახებ აქ ვწერთ.

# Shown where there are none.
corrections-empty = შესწორებები ჯერ არ გამოქვეყნებულა.

# Before the headline of the story that was corrected.
correction-of = შესწორებული მასალა:

## Kinds of article: a label before the headline. News has none.

# Label: the author's own view, not the newspaper's.
kind-opinion = მოსაზრება

# Label: questions and answers.
kind-interview = ინტერვიუ

# Label: background that explains a subject.
kind-explainer = განმარტება

# Label: a long piece of reporting.
kind-long-read = ვრცელი ამბავი

# Label: a story told in photographs.
kind-picture-story = ფოტოამბავი

# Label: a film.
kind-video = ვიდეო

# Label: a recording to listen to.
kind-audio = აუდიო

# Label: events reported as they happen.
kind-live = პირდაპირ რეჟიმში

# Label: somebody else's announcement, printed as it came.
kind-press-release = პრესრელიზი

# Label: paid for by a company. It must be unmistakable; use the term that your law asks for.
kind-partner-content = სარეკლამო მასალა

## Articles

# Heading of the list of corrections under an article.
corrections = შესწორებები

# Before a correction: when it was made. $moment is a finished date and time.
corrected = შესწორდა: { $moment }

# Heading of the list of media and documents that an article draws on.
sources = წყაროები

# Heading of the list of subjects, people and places that an article is about.
topics = თემები

# Heading of further stories under an article. $section is a section's name.
more-from = სხვა მასალები რუბრიკიდან „{ $section }“

# Heading of the links to the same article in other languages.
translations = წაიკითხეთ სხვა ენებზე

# Name of the article's facts (author, dates), for screen readers.
article-details = მასალის შესახებ

# How long an average reader needs for it.
reading-time = { PLURAL($minutes) ->
    [one] წასაკითხად: { $minutes } წუთი
   *[other] წასაკითხად: { $minutes } წუთი
}

# Link to the story that was published after this one in its section.
newer-story = შემდეგი მასალა

# Link to the story that was published before it.
older-story = წინა მასალა

# Under an opinion.
opinion-note = ავტორის მოსაზრება შეიძლება არ ემთხვეოდეს რედაქციის პოზიციას.

# Above partner content. It must be unmistakable.
partner-note = ეს მასალა პარტნიორმა დააფინანსა. რედაქციას მის მომზადებაში მონაწილეობა არ მიუღია.

# Before the headline of partner content where only words can be shown, as in feeds.
partner-prefix = სარეკლამო მასალა:

## Pages that say what is wrong, and what to do.

# Heading, status 404: the address leads nowhere.
not-found-title = ამ მისამართზე გვერდი არ არის

# Under that heading.
not-found-text = შესაძლოა, ბმული მოძველდა ან მისამართში ასოა არასწორი. რასაც ეძებთ, შეიძლება მთავარ გვერდზე ან რომელიმე რუბრიკაში იყოს.

# Heading, status 410: an article that was withdrawn.
gone-title = ეს მასალა აღარ არის ხელმისაწვდომი

# Under that heading: the editors took it down, or its time was over.
gone-text = მასალა აქ იყო გამოქვეყნებული, შემდეგ კი მოიხსნა. მისი მისამართი სხვა მასალას არ მიენიჭება.

# Instead of it, where the article was wrong beyond correction.
gone-retracted-text = მასალა აქ იყო გამოქვეყნებული, მაგრამ რედაქციამ მოხსნა, რადგან ჩვენს სტანდარტებს არ შეესაბამებოდა.

# Instead of it, where a court or the law asked for it.
gone-legal-text = მასალა აქ იყო გამოქვეყნებული, მაგრამ სამართლებრივი მიზეზების გამო წაიშალა.

# Heading, status 500: a fault of ours.
fault-title = ჩვენს სისტემაში შეფერხება მოხდა

# Under that heading.
fault-text = გვერდის ჩვენება ვერ მოხერხდა. შეფერხება დაფიქსირებულია. გთხოვთ, სცადოთ ხელახლა რამდენიმე წუთში.

# Heading, status 503: the server is busy, or its database cannot be reached.
busy-title = ამ გვერდის ჩვენება ახლა ვერ ხერხდება

# Under that heading.
busy-text = საიტი ამჟამად გადატვირთულია. გთხოვთ, ერთ წუთში გვერდი თავიდან გახსნათ.

# Heading, status 400: an address or a request that makes no sense.
bad-request-title = ამ მისამართის წაკითხვა ვერ ხერხდება

# Under that heading.
bad-request-text = მასში ისეთი სიმბოლოებია, რომლებიც ჩვენს მისამართებში არ გვხვდება. გთხოვთ, გადაამოწმოთ ან მთავარი გვერდიდან დაიწყოთ.

# Heading, status 405: a page was asked for in a way that it does not answer.
wrong-method-title = ეს გვერდი მხოლოდ წასაკითხია

# Under that heading.
wrong-method-text = გამოგზავნილი მონაცემები არ მიგვიღია. გთხოვთ, გვერდი თავიდან გახსნათ ან მთავარი გვერდიდან დაიწყოთ.

## Feeds

# Title of the newspaper's feed. $paper is its name.
feed-title = { $paper }

# Link to a feed, in the footer.
feed-link = RSS არხი

# Description of the newspaper's feed. $paper is its name.
feed-description = { $paper }: უახლესი ამბები

# Title of a section's feed. $paper is the newspaper's name, $section the section's.
feed-of-section = { $paper } – { $section }

# Title of a topic's feed. $paper is the newspaper's name, $topic the topic's.
feed-of-topic = { $paper } – { $topic }

# Title of an author's feed. $paper is the newspaper's name, $author the author's.
feed-of-author = { $paper } – { $author }
