### Ընթերցողի էջերի բառերը հայերեն։ Թարգմանչի համար բացատրությունները en.ftl-ից են։

## Dates and lists

# Joins a date ("21 July 2025") and a time of day ("18:37") as newspapers print them.
date-and-time = { $date }, { $time }

# Before an article: who wrote it. $names is a finished list, "Ada Wong and Ben Ali".
byline = Տեքստը՝ { $names }

# Who translated an article. $names is a finished list of names.
credit-translator = Թարգմանությունը՝ { $names }

# Who took an article's pictures. $names is a finished list of names.
credit-photographer = Լուսանկարները՝ { $names }

# Who edited an article. $names is a finished list of names.
credit-editor = Խմբագրումը՝ { $names }

# Before an article: when it first appeared. $moment is a finished date and time.
published = Հրապարակվել է՝ { $moment }

# Before an article: when editors last changed it in a way readers should know of.
updated = Թարմացվել է՝ { $moment }

## Every page

# First link of a page, seen only by keyboard and screen reader: jumps to the text.
skip-to-content = Անցնել բովանդակությանը

# Name of the navigation with the newspaper's sections, for screen readers.
site-navigation = Բաժիններ

# Name of the switch between languages, for screen readers.
language-switch = Լեզուներ

# Name of the path from the front page to this one, for screen readers.
breadcrumb = Դուք այստեղ եք

# First step of that path and link on the error pages: the front page.
front-page = Գլխավոր էջ

# Title of a page in the browser's tab. $page is a headline or a section's name, $paper the newspaper's.
page-title = { $page } – { $paper }

# Name of the footer's list of links, for screen readers.
footer-navigation = Կայքի մասին

# Heading of the words on what others may do with the newspaper's texts.
reuse = Նյութերի վերահրապարակում

# Spoken after a link that leaves the newspaper's site.
external-link = արտաքին հղում

# Opens the list of sections on a narrow screen.
menu = Ցանկ

# Switches the page to light letters on dark paper.
night-theme = Գիշերային տեսք

# Button: one step larger.
text-larger = Մեծացնել տառերը

# Button: one step smaller.
text-smaller = Փոքրացնել տառերը

# Name of the group of buttons for theme, text size, sharing and printing, for screen readers.
reader-tools = Ընթերցման գործիքներ

# Link at the foot of a long page: jumps to its head.
back-to-top = Վերադառնալ վերև

# Foot of a printed page: where it came from. $url is its address.
printed-from = Տպված է { $url } էջից

# Foot of each page. YEAR prints the year in your digits; $paper is the publisher's name.
copyright = © { YEAR($year) } { $paper }

# Foot of each page: who answers for the newspaper. $publisher is a name.
published-by = Հրատարակիչ՝ { $publisher }

# Heading of the links to the newspaper in social networks.
follow-us = Հետևեք մեզ

# One of those links. $network is a proper name: X, YouTube, Telegram.
follow-on = Հետևեք մեզ { $network }-ում

# Link to the newspaper's app. $network is a shop's proper name: App Store, Google Play.
get-app = Ներբեռնել հավելվածը { $network }-ից

## Sharing

# Heading of the links and buttons that pass an article on.
share = Կիսվել

# One of those links. $network is a proper name: X, Facebook, Telegram, WhatsApp.
share-on = Կիսվել { $network }-ում

# Link that opens the reader's e-mail program.
share-mail = Ուղարկել էլփոստով

# Button that opens the telephone's own sheet with all its ways of sharing.
share-system = Կիսվելու այլ եղանակներ

# Button: puts the article's address on the clipboard.
copy-link = Պատճենել հղումը

# Said for a moment when that is done.
link-copied = Հղումը պատճենված է

# Said for a moment when the browser refused it.
link-not-copied = Հղումը պատճենել չհաջողվեց

# Button: prints the page.
print-page = Տպել

## Search

# Link to the search, and its name.
search = Որոնում

# In the empty field and above it.
search-prompt = Ի՞նչ եք փնտրում

# Button: starts the search.
search-submit = Գտնել

# Button: closes the search over a page.
search-close = Փակել որոնումը

# How many stories were found.
search-count = { PLURAL($count) ->
    [one] Գտնվել է { $count } նյութ
   *[other] Գտնվել է { $count } նյութ
}

# Instead of it where there are more than can be shown. $count is 200.
search-capped = { PLURAL($count) ->
    [one] Ցուցադրված է ամենահամապատասխան { $count } նյութը։ Որոնումը նեղացնելու համար ավելացրեք ևս մեկ բառ։
   *[other] Ցուցադրված է ամենահամապատասխան { $count } նյութը։ Որոնումը նեղացնելու համար ավելացրեք ևս մեկ բառ։
}

# Nothing was found. $query is what was typed.
search-none = «{ $query }» հարցմամբ ոչինչ չի գտնվել

# Below it, and on the page of the search before anything is typed.
search-hint = Ստուգեք ուղղագրությունը, փորձեք ավելի քիչ կամ ավելի ընդհանուր բառեր։

# Link on the page of results: to the better hits before these.
search-previous = Նախորդ արդյունքները

# Link on the page of results: to the hits after these.
search-next = Հաջորդ արդյունքները

# The search cannot answer just now; the rest of the site can.
search-away = Որոնումն այս պահին հասանելի չէ։ Փորձեք կրկին մի քանի րոպեից կամ նայեք բաժիններում ու արխիվում։

## Front page and sections

# Heading of the newest stories.
latest = Վերջին լուրերը

# Heading of the newest stories beside an article.
most-recent = Ամենաթարմը

# Link below a section's strip on the front page. $section is the section's name.
more-in = «{ $section }» բաժնի բոլոր նյութերը

# Shown in place of a list without stories.
list-empty = Այստեղ դեռ նյութեր չկան։

# Heading of a section's subsections, $section being the section's name.
subsections = «{ $section }» բաժնի ենթաբաժինները

# Shown in place of a front page without stories.
front-empty = Այստեղ դեռ ոչինչ չի հրապարակվել։ Առաջին նյութերը կհայտնվեն այս էջում։

# Shown in place of a section without stories.
section-empty = Այս բաժնում դեռ նյութեր չկան։

# Name of the links between the pages of a list, for screen readers.
paging = Էջեր

# Link to the next page of a list: its older stories.
next-page = Ավելի հին նյութեր

# Link back to the first page of a list: its newest stories.
first-page = Ամենանոր նյութերը

## Topics, authors, sources, archive, corrections

# Above the name of a topic, at the head of its page.
topic-label = Թեմա

# Above the name of an author, at the head of that page.
author-label = Հեղինակ

# Shown in place of an author's stories.
author-empty = Այս հեղինակի նյութեր դեռ չկան։

# Above the name of a medium or body that stories cite, at the head of its page.
source-label = Աղբյուր

# Link to that source's own site.
source-home = Աղբյուրի կայքը

# Heading of the stories that cite it. $source is its name.
source-cites = Այս աղբյուրին հղում կատարող նյութեր՝ { $source }

# Link to exactly the page that an article cites.
cited-page = մեջբերված էջը

# Link to the archive, and its heading.
archive = Արխիվ

# Shown in place of a day, month or year without stories.
archive-empty = Այս ժամանակահատվածում ոչինչ չի հրապարակվել։

# Name of the list of years, for screen readers.
archive-year = Տարիներ

# Name of the list of months, for screen readers.
archive-months = Ամիսներ

# Name of the list of days, for screen readers.
archive-days = Օրեր

# Before the link to the day, month or year before, for screen readers.
previous-period = Ավելի վաղ

# Before the link to the day, month or year after, for screen readers.
next-period = Ավելի ուշ

# Link to the page of all corrections, and its heading.
corrections-log = Ուղղումներ և ճշգրտումներ

# Under that heading.
corrections-log-text = Երբ սխալվում ենք, ուղղում ենք նյութը և այդ մասին հայտնում այստեղ։

# Shown where there are none.
corrections-empty = Ուղղումներ դեռ չեն եղել։

# Before the headline of the story that was corrected.
correction-of = Ուղղված նյութը՝

## Kinds of article: a label before the headline. News has none.

# Label: the author's own view, not the newspaper's.
kind-opinion = Կարծիք

# Label: questions and answers.
kind-interview = Հարցազրույց

# Label: background that explains a subject.
kind-explainer = Պարզաբանում

# Label: a long piece of reporting.
kind-long-read = Ծավալուն նյութ

# Label: a story told in photographs.
kind-picture-story = Ֆոտոպատմություն

# Label: a film.
kind-video = Տեսանյութ

# Label: a recording to listen to.
kind-audio = Աուդիո

# Label: events reported as they happen.
kind-live = Ուղիղ

# Label: somebody else's announcement, printed as it came.
kind-press-release = Մամուլի հաղորդագրություն

# Label: paid for by a company. It must be unmistakable; use the term that your law asks for.
kind-partner-content = Գովազդային նյութ

## Articles

# Heading of the list of corrections under an article.
corrections = Ուղղումներ

# Before a correction: when it was made. $moment is a finished date and time.
corrected = Ուղղվել է՝ { $moment }

# Heading of the list of media and documents that an article draws on.
sources = Աղբյուրներ

# Heading of the list of subjects, people and places that an article is about.
topics = Թեմաներ

# Heading of further stories under an article. $section is a section's name.
more-from = Այլ նյութեր «{ $section }» բաժնից

# Heading of the links to the same article in other languages.
translations = Կարդալ այլ լեզուներով

# Name of the article's facts (author, dates), for screen readers.
article-details = Նյութի մասին

# How long an average reader needs for it.
reading-time = { PLURAL($minutes) ->
    [one] Կարդալու ժամանակը՝ { $minutes } րոպե
   *[other] Կարդալու ժամանակը՝ { $minutes } րոպե
}

# Link to the story that was published after this one in its section.
newer-story = Հաջորդ նյութը

# Link to the story that was published before it.
older-story = Նախորդ նյութը

# Under an opinion.
opinion-note = Հեղինակի կարծիքը կարող է չհամընկնել խմբագրության տեսակետի հետ։

# Above partner content. It must be unmistakable.
partner-note = Այս նյութի համար վճարել է գործընկերը։ Խմբագրությունը դրա պատրաստմանը չի մասնակցել։

# Before the headline of partner content where only words can be shown, as in feeds.
partner-prefix = Գովազդային նյութ՝

## Pages that say what is wrong, and what to do.

# Heading, status 404: the address leads nowhere.
not-found-title = Այս հասցեով էջ չկա

# Under that heading.
not-found-text = Հնարավոր է՝ հղումը հնացել է, կամ հասցեում սխալ տառ կա։ Գուցե ձեր փնտրածը գլխավոր էջում է կամ բաժիններից մեկում։

# Heading, status 410: an article that was withdrawn.
gone-title = Այս նյութն այլևս հասանելի չէ

# Under that heading: the editors took it down, or its time was over.
gone-text = Այն հրապարակվել էր այստեղ, ապա հանվել կայքից։ Այս հասցեով այլ նյութ չի հրապարակվի։

# Instead of it, where the article was wrong beyond correction.
gone-retracted-text = Այն հրապարակվել էր այստեղ, սակայն խմբագրությունը հետ է կանչել այն, քանի որ նյութը չէր համապատասխանում մեր չափանիշներին։

# Instead of it, where a court or the law asked for it.
gone-legal-text = Այն հրապարակվել էր այստեղ և հեռացվել է իրավական պատճառներով։

# Heading, status 500: a fault of ours.
fault-title = Մեր համակարգում խափանում է տեղի ունեցել

# Under that heading.
fault-text = Էջը ցուցադրել չհաջողվեց։ Խափանումը գրանցված է։ Խնդրում ենք կրկին փորձել մի քանի րոպեից։

# Heading, status 503: the server is busy, or its database cannot be reached.
busy-title = Այս էջն այժմ հնարավոր չէ ցուցադրել

# Under that heading.
busy-text = Կայքն այս պահին ծանրաբեռնված է։ Խնդրում ենք մեկ րոպեից վերաբեռնել էջը։

# Heading, status 400: an address or a request that makes no sense.
bad-request-title = Այս հասցեն հնարավոր չէ կարդալ

# Under that heading.
bad-request-text = Այն պարունակում է նշաններ, որոնք մեր հասցեներում չեն լինում։ Խնդրում ենք ստուգել հասցեն կամ սկսել գլխավոր էջից։

# Heading, status 405: a page was asked for in a way that it does not answer.
wrong-method-title = Այս էջը միայն կարդալու համար է

# Under that heading.
wrong-method-text = Ձեր ուղարկածը չընդունվեց։ Խնդրում ենք նորից բացել էջը կամ սկսել գլխավոր էջից։

## Feeds

# Title of the newspaper's feed. $paper is its name.
feed-title = { $paper }

# Link to a feed, in the footer.
feed-link = RSS հոսք

# Description of the newspaper's feed. $paper is its name.
feed-description = { $paper } – վերջին լուրեր

# Title of a section's feed. $paper is the newspaper's name, $section the section's.
feed-of-section = { $paper } – { $section }

# Title of a topic's feed. $paper is the newspaper's name, $topic the topic's.
feed-of-topic = { $paper } – { $topic }

# Title of an author's feed. $paper is the newspaper's name, $author the author's.
feed-of-author = { $paper } – { $author }
