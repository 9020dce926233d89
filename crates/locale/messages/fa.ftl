### واژه‌های صفحه‌های خواننده به فارسی. توضیح برای مترجم همان است که در en.ftl آمده است.

## Dates and lists

# Joins a date ("21 July 2025") and a time of day ("18:37") as newspapers print them.
date-and-time = { $date }، { $time }

# Before an article: who wrote it. $names is a finished list, "Ada Wong and Ben Ali".
byline = نوشتهٔ { $names }

# Who translated an article. $names is a finished list of names.
credit-translator = ترجمهٔ { $names }

# Who took an article's pictures. $names is a finished list of names.
credit-photographer = عکس: { $names }

# Who edited an article. $names is a finished list of names.
credit-editor = ویرایش: { $names }

# Before an article: when it first appeared. $moment is a finished date and time.
published = زمان انتشار: { $moment }

# Before an article: when editors last changed it in a way readers should know of.
updated = آخرین به‌روزرسانی: { $moment }

## Every page

# First link of a page, seen only by keyboard and screen reader: jumps to the text.
skip-to-content = رفتن به متن

# Name of the navigation with the newspaper's sections, for screen readers.
site-navigation = بخش‌ها

# Name of the switch between languages, for screen readers.
language-switch = زبان‌ها

# Name of the path from the front page to this one, for screen readers.
breadcrumb = شما اینجا هستید

# First step of that path and link on the error pages: the front page.
front-page = صفحهٔ نخست

# Title of a page in the browser's tab. $page is a headline or a section's name, $paper the newspaper's.
page-title = { $page } – { $paper }

# Name of the footer's list of links, for screen readers.
footer-navigation = دربارهٔ سایت

# Heading of the words on what others may do with the newspaper's texts.
reuse = بازنشر مطالب

# Spoken after a link that leaves the newspaper's site.
external-link = پیوند بیرونی

# Opens the list of sections on a narrow screen.
menu = فهرست

# Switches the page to light letters on dark paper.
night-theme = حالت شب

# Button: one step larger.
text-larger = بزرگ‌تر کردن متن

# Button: one step smaller.
text-smaller = کوچک‌تر کردن متن

# Name of the group of buttons for theme, text size, sharing and printing, for screen readers.
reader-tools = ابزارهای مطالعه

# Link at the foot of a long page: jumps to its head.
back-to-top = بازگشت به بالا

# Foot of a printed page: where it came from. $url is its address.
printed-from = چاپ‌شده از { "\u2068" }{ $url }{ "\u2069" }

# Foot of each page. YEAR prints the year in your digits; $paper is the publisher's name.
copyright = © { YEAR($year) } { $paper }

# Foot of each page: who answers for the newspaper. $publisher is a name.
published-by = ناشر: { $publisher }

# Heading of the links to the newspaper in social networks.
follow-us = ما را دنبال کنید

# One of those links. $network is a proper name: X, YouTube, Telegram.
follow-on = ما را در { $network } دنبال کنید

# Link to the newspaper's app. $network is a shop's proper name: App Store, Google Play.
get-app = دریافت برنامه از { $network }

## Sharing

# Heading of the links and buttons that pass an article on.
share = اشتراک‌گذاری

# One of those links. $network is a proper name: X, Facebook, Telegram, WhatsApp.
share-on = اشتراک‌گذاری در { $network }

# Link that opens the reader's e-mail program.
share-mail = ارسال با ایمیل

# Button that opens the telephone's own sheet with all its ways of sharing.
share-system = راه‌های دیگر اشتراک‌گذاری

# Button: puts the article's address on the clipboard.
copy-link = کپی پیوند

# Said for a moment when that is done.
link-copied = پیوند کپی شد

# Said for a moment when the browser refused it.
link-not-copied = پیوند کپی نشد

# Button: prints the page.
print-page = چاپ

## Search

# Link to the search, and its name.
search = جست‌وجو

# In the empty field and above it.
search-prompt = دنبال چه می‌گردید؟

# Button: starts the search.
search-submit = جست‌وجو

# Button: closes the search over a page.
search-close = بستن جست‌وجو

# How many stories were found.
search-count = { PLURAL($count) ->
    [one] { $count } مطلب پیدا شد
   *[other] { $count } مطلب پیدا شد
}

# Instead of it where there are more than can be shown. $count is 200.
search-capped = { PLURAL($count) ->
    [one] نزدیک‌ترین { $count } مطلب نشان داده شده است. برای محدودتر کردن جست‌وجو یک واژهٔ دیگر بیفزایید.
   *[other] نزدیک‌ترین { $count } مطلب نشان داده شده است. برای محدودتر کردن جست‌وجو یک واژهٔ دیگر بیفزایید.
}

# Nothing was found. $query is what was typed.
search-none = برای «{ "\u2068" }{ $query }{ "\u2069" }» چیزی پیدا نشد

# Below it, and on the page of the search before anything is typed.
search-hint = املای واژه‌ها را بررسی کنید، یا واژه‌های کمتر یا کلی‌تری به کار ببرید.

# Link on the page of results: to the better hits before these.
search-previous = نتایج قبلی

# Link on the page of results: to the hits after these.
search-next = نتایج بعدی

# The search cannot answer just now; the rest of the site can.
search-away = جست‌وجو اکنون در دسترس نیست. چند دقیقهٔ دیگر دوباره تلاش کنید یا بخش‌ها و بایگانی را ببینید.

## Front page and sections

# Heading of the newest stories.
latest = تازه‌ترین خبرها

# Heading of the newest stories beside an article.
most-recent = تازه‌ترین‌ها

# Link below a section's strip on the front page. $section is the section's name.
more-in = همهٔ مطالب بخش { $section }

# Shown in place of a list without stories.
list-empty = هنوز مطلبی اینجا نیست.

# Heading of a section's subsections, $section being the section's name.
subsections = زیربخش‌های { $section }

# Shown in place of a front page without stories.
front-empty = هنوز چیزی اینجا منتشر نشده است. نخستین مطالب در همین صفحه می‌آید.

# Shown in place of a section without stories.
section-empty = هنوز مطلبی در این بخش نیست.

# Name of the links between the pages of a list, for screen readers.
paging = صفحه‌ها

# Link to the next page of a list: its older stories.
next-page = مطالب قدیمی‌تر

# Link back to the first page of a list: its newest stories.
first-page = تازه‌ترین مطالب

## Topics, authors, sources, archive, corrections

# Above the name of a topic, at the head of its page.
topic-label = موضوع

# Above the name of an author, at the head of that page.
author-label = نویسنده

# Shown in place of an author's stories.
author-empty = هنوز مطلبی از این نویسنده منتشر نشده است.

# Above the name of a medium or body that stories cite, at the head of its page.
source-label = منبع

# Link to that source's own site.
source-home = وب‌سایت منبع

# Heading of the stories that cite it. $source is its name.
source-cites = مطالب با استناد به { $source }

# Link to exactly the page that an article cites.
cited-page = صفحهٔ مورد استناد

# Link to the archive, and its heading.
archive = بایگانی

# Shown in place of a day, month or year without stories.
archive-empty = در این بازه چیزی منتشر نشده است.

# Name of the list of years, for screen readers.
archive-year = سال‌ها

# Name of the list of months, for screen readers.
archive-months = ماه‌ها

# Name of the list of days, for screen readers.
archive-days = روزها

# Before the link to the day, month or year before, for screen readers.
previous-period = قدیمی‌تر

# Before the link to the day, month or year after, for screen readers.
next-period = تازه‌تر

# Link to the page of all corrections, and its heading.
corrections-log = اصلاحیه‌ها و توضیحات

# Under that heading.
corrections-log-text = اگر اشتباه کنیم، آن را در مطلب اصلاح می‌کنیم و اینجا اعلام می‌کنیم.

# Shown where there are none.
corrections-empty = هنوز اصلاحیه‌ای منتشر نشده است.

# Before the headline of the story that was corrected.
correction-of = اصلاح مطلب:

## Kinds of article: a label before the headline. News has none.

# Label: the author's own view, not the newspaper's.
kind-opinion = دیدگاه

# Label: questions and answers.
kind-interview = گفت‌وگو

# Label: background that explains a subject.
kind-explainer = شرح موضوع

# Label: a long piece of reporting.
kind-long-read = گزارش بلند

# Label: a story told in photographs.
kind-picture-story = گزارش تصویری

# Label: a film.
kind-video = ویدئو

# Label: a recording to listen to.
kind-audio = صوتی

# Label: events reported as they happen.
kind-live = زنده

# Label: somebody else's announcement, printed as it came.
kind-press-release = بیانیهٔ مطبوعاتی

# Label: paid for by a company. It must be unmistakable; use the term that your law asks for.
kind-partner-content = رپرتاژ آگهی

## Articles

# Heading of the list of corrections under an article.
corrections = اصلاحیه‌ها

# Before a correction: when it was made. $moment is a finished date and time.
corrected = زمان اصلاح: { $moment }

# Heading of the list of media and documents that an article draws on.
sources = منابع

# Heading of the list of subjects, people and places that an article is about.
topics = موضوع‌ها

# Heading of further stories under an article. $section is a section's name.
more-from = مطالب دیگر بخش { $section }

# Heading of the links to the same article in other languages.
translations = به زبان‌های دیگر بخوانید

# Name of the article's facts (author, dates), for screen readers.
article-details = دربارهٔ این مطلب

# How long an average reader needs for it.
reading-time = { PLURAL($minutes) ->
    [one] زمان مطالعه: { $minutes } دقیقه
   *[other] زمان مطالعه: { $minutes } دقیقه
}

# Link to the story that was published after this one in its section.
newer-story = مطلب بعدی

# Link to the story that was published before it.
older-story = مطلب قبلی

# Under an opinion.
opinion-note = دیدگاه‌های این نوشته از آنِ نویسنده است و لزوماً بازتاب نظر روزنامه نیست.

# Above partner content. It must be unmistakable.
partner-note = هزینهٔ این مطلب را یک شریک تجاری پرداخته و تحریریه در تهیهٔ آن نقشی نداشته است.

# Before the headline of partner content where only words can be shown, as in feeds.
partner-prefix = رپرتاژ آگهی:

## Pages that say what is wrong, and what to do.

# Heading, status 404: the address leads nowhere.
not-found-title = صفحه‌ای با این نشانی وجود ندارد

# Under that heading.
not-found-text = شاید پیوند قدیمی باشد یا حرفی در نشانی اشتباه باشد. شاید آنچه می‌خواهید در صفحهٔ نخست یا در یکی از بخش‌ها باشد.

# Heading, status 410: an article that was withdrawn.
gone-title = این مطلب دیگر در دسترس نیست

# Under that heading: the editors took it down, or its time was over.
gone-text = این مطلب اینجا منتشر و سپس برداشته شده است. نشانی آن برای مطلب دیگری به کار نخواهد رفت.

# Instead of it, where the article was wrong beyond correction.
gone-retracted-text = این مطلب اینجا منتشر شده بود، اما چون با معیارهای ما سازگار نبود، پس گرفته شد.

# Instead of it, where a court or the law asked for it.
gone-legal-text = این مطلب اینجا منتشر شده بود و به دلایل حقوقی حذف شد.

# Heading, status 500: a fault of ours.
fault-title = خطایی از سوی ما رخ داد

# Under that heading.
fault-text = نمایش صفحه ممکن نشد. خطا ثبت شده است. لطفاً چند دقیقهٔ دیگر دوباره تلاش کنید.

# Heading, status 503: the server is busy, or its database cannot be reached.
busy-title = اکنون نمایش این صفحه ممکن نیست

# Under that heading.
busy-text = سایت در این لحظه بسیار شلوغ است. لطفاً یک دقیقهٔ دیگر صفحه را دوباره باز کنید.

# Heading, status 400: an address or a request that makes no sense.
bad-request-title = این نشانی خوانده نشد

# Under that heading.
bad-request-text = نویسه‌هایی دارد که در نشانی‌های ما به کار نمی‌رود. لطفاً آن را بررسی کنید یا از صفحهٔ نخست آغاز کنید.

# Heading, status 405: a page was asked for in a way that it does not answer.
wrong-method-title = این صفحه فقط خواندنی است

# Under that heading.
wrong-method-text = آنچه فرستادید پذیرفته نشد. لطفاً صفحه را دوباره باز کنید یا از صفحهٔ نخست آغاز کنید.

## Feeds

# Title of the newspaper's feed. $paper is its name.
feed-title = { $paper }

# Link to a feed, in the footer.
feed-link = خوراک RSS

# Description of the newspaper's feed. $paper is its name.
feed-description = تازه‌ترین خبرهای { $paper }

# Title of a section's feed. $paper is the newspaper's name, $section the section's.
feed-of-section = { $paper } – { $section }

# Title of a topic's feed. $paper is the newspaper's name, $topic the topic's.
feed-of-topic = { $paper } – { $topic }

# Title of an author's feed. $paper is the newspaper's name, $author the author's.
feed-of-author = { $paper } – { $author }
