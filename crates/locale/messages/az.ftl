### Oxucu səhifələrinin Azərbaycan dilində sözləri. Tərcüməçi üçün izahlar en.ftl faylındakı kimidir.

## Dates and lists

# Joins a date ("21 July 2025") and a time of day ("18:37") as newspapers print them.
date-and-time = { $date }, { $time }

# Before an article: who wrote it. $names is a finished list, "Ada Wong and Ben Ali".
byline = Mətn: { $names }

# Who translated an article. $names is a finished list of names.
credit-translator = Tərcümə: { $names }

# Who took an article's pictures. $names is a finished list of names.
credit-photographer = Foto: { $names }

# Who edited an article. $names is a finished list of names.
credit-editor = Redaktə: { $names }

# Before an article: when it first appeared. $moment is a finished date and time.
published = Dərc olunub: { $moment }

# Before an article: when editors last changed it in a way readers should know of.
updated = Yenilənib: { $moment }

## Every page

# First link of a page, seen only by keyboard and screen reader: jumps to the text.
skip-to-content = Mətnə keç

# Name of the navigation with the newspaper's sections, for screen readers.
site-navigation = Bölmələr

# Name of the switch between languages, for screen readers.
language-switch = Dillər

# Name of the path from the front page to this one, for screen readers.
breadcrumb = Siz buradasınız

# First step of that path and link on the error pages: the front page.
front-page = Ana səhifə

# Title of a page in the browser's tab. $page is a headline or a section's name, $paper the newspaper's.
page-title = { $page } – { $paper }

# Name of the footer's list of links, for screen readers.
footer-navigation = Sayt haqqında

# Heading of the words on what others may do with the newspaper's texts.
reuse = Materiallardan istifadə

# Spoken after a link that leaves the newspaper's site.
external-link = xarici keçid

# Opens the list of sections on a narrow screen.
menu = Menyu

# Switches the page to light letters on dark paper.
night-theme = Gecə rejimi

# Button: one step larger.
text-larger = Şrifti böyüt

# Button: one step smaller.
text-smaller = Şrifti kiçilt

# Name of the group of buttons for theme, text size, sharing and printing, for screen readers.
reader-tools = Oxu alətləri

# Link at the foot of a long page: jumps to its head.
back-to-top = Yuxarı qayıt

# Foot of a printed page: where it came from. $url is its address.
printed-from = Bu səhifədən çap olunub: { $url }

# Foot of each page. YEAR prints the year in your digits; $paper is the publisher's name.
copyright = © { YEAR($year) } { $paper }

# Foot of each page: who answers for the newspaper. $publisher is a name.
published-by = Naşir: { $publisher }

# Heading of the links to the newspaper in social networks.
follow-us = Bizi izləyin

# One of those links. $network is a proper name: X, YouTube, Telegram.
follow-on = Bizi izləyin: { $network }

# Link to the newspaper's app. $network is a shop's proper name: App Store, Google Play.
get-app = Tətbiqi yükləyin: { $network }

## Sharing

# Heading of the links and buttons that pass an article on.
share = Paylaş

# One of those links. $network is a proper name: X, Facebook, Telegram, WhatsApp.
share-on = { $network } üzərindən paylaş

# Link that opens the reader's e-mail program.
share-mail = E-poçtla göndər

# Button that opens the telephone's own sheet with all its ways of sharing.
share-system = Paylaşmağın başqa yolları

# Button: puts the article's address on the clipboard.
copy-link = Keçidi kopyala

# Said for a moment when that is done.
link-copied = Keçid kopyalandı

# Said for a moment when the browser refused it.
link-not-copied = Keçidi kopyalamaq mümkün olmadı

# Button: prints the page.
print-page = Çap et

## Search

# Link to the search, and its name.
search = Axtarış

# In the empty field and above it.
search-prompt = Nə axtarırsınız?

# Button: starts the search.
search-submit = Axtar

# Button: closes the search over a page.
search-close = Axtarışı bağla

# How many stories were found.
search-count = { PLURAL($count) ->
    [one] { $count } material tapıldı
   *[other] { $count } material tapıldı
}

# Instead of it where there are more than can be shown. $count is 200.
search-capped = { PLURAL($count) ->
    [one] Ən uyğun { $count } material göstərilir. Axtarışı dəqiqləşdirmək üçün daha bir söz əlavə edin.
   *[other] Ən uyğun { $count } material göstərilir. Axtarışı dəqiqləşdirmək üçün daha bir söz əlavə edin.
}

# Nothing was found. $query is what was typed.
search-none = “{ $query }” üzrə heç nə tapılmadı

# Below it, and on the page of the search before anything is typed.
search-hint = Yazılışı yoxlayın, daha az və ya daha ümumi sözlərlə axtarın.

# Link on the page of results: to the better hits before these.
search-previous = Əvvəlki nəticələr

# Link on the page of results: to the hits after these.
search-next = Növbəti nəticələr

# The search cannot answer just now; the rest of the site can.
search-away = Axtarış hazırda işləmir. Bir neçə dəqiqədən sonra yenidən cəhd edin, yaxud bölmələrə və arxivə baxın.

## Front page and sections

# Heading of the newest stories.
latest = Son xəbərlər

# Heading of the newest stories beside an article.
most-recent = Ən yenilər

# Link below a section's strip on the front page. $section is the section's name.
more-in = “{ $section }” bölməsinin bütün materialları

# Shown in place of a list without stories.
list-empty = Burada hələ material yoxdur.

# Heading of a section's subsections, $section being the section's name.
subsections = “{ $section }” bölməsinin altbölmələri

# Shown in place of a front page without stories.
front-empty = Burada hələ heç nə dərc olunmayıb. İlk materiallar bu səhifədə görünəcək.

# Shown in place of a section without stories.
section-empty = Bu bölmədə hələ material yoxdur.

# Name of the links between the pages of a list, for screen readers.
paging = Səhifələr

# Link to the next page of a list: its older stories.
next-page = Daha əvvəlki materiallar

# Link back to the first page of a list: its newest stories.
first-page = Ən yeni materiallar

## Topics, authors, sources, archive, corrections

# Above the name of a topic, at the head of its page.
topic-label = Mövzu

# Above the name of an author, at the head of that page.
author-label = Müəllif

# Shown in place of an author's stories.
author-empty = Bu müəllifin hələ materialı yoxdur.

# Above the name of a medium or body that stories cite, at the head of its page.
source-label = Mənbə

# Link to that source's own site.
source-home = Mənbənin saytı

# Heading of the stories that cite it. $source is its name.
source-cites = { $source } mənbəsinə istinad edən materiallar

# Link to exactly the page that an article cites.
cited-page = istinad edilən səhifə

# Link to the archive, and its heading.
archive = Arxiv

# Shown in place of a day, month or year without stories.
archive-empty = Bu dövrdə heç nə dərc olunmayıb.

# Name of the list of years, for screen readers.
archive-year = İllər

# Name of the list of months, for screen readers.
archive-months = Aylar

# Name of the list of days, for screen readers.
archive-days = Günlər

# Before the link to the day, month or year before, for screen readers.
previous-period = Daha əvvəl

# Before the link to the day, month or year after, for screen readers.
next-period = Daha sonra

# Link to the page of all corrections, and its heading.
corrections-log = Düzəlişlər və dəqiqləşdirmələr

# Under that heading.
corrections-log-text = Səhvə yol verdikdə onu mətndə düzəldir və bu barədə burada məlumat veririk.

# Shown where there are none.
corrections-empty = Hələ düzəliş dərc olunmayıb.

# Before the headline of the story that was corrected.
correction-of = Düzəliş edilən material:

## Kinds of article: a label before the headline. News has none.

# Label: the author's own view, not the newspaper's.
kind-opinion = Fikir

# Label: questions and answers.
kind-interview = Müsahibə

# Label: background that explains a subject.
kind-explainer = İzah

# Label: a long piece of reporting.
kind-long-read = Geniş yazı

# Label: a story told in photographs.
kind-picture-story = Fotoreportaj

# Label: a film.
kind-video = Video

# Label: a recording to listen to.
kind-audio = Audio

# Label: events reported as they happen.
kind-live = Canlı

# Label: somebody else's announcement, printed as it came.
kind-press-release = Press-reliz

# Label: paid for by a company. It must be unmistakable; use the term that your law asks for.
kind-partner-content = Reklam materialı

## Articles

# Heading of the list of corrections under an article.
corrections = Düzəlişlər

# Before a correction: when it was made. $moment is a finished date and time.
corrected = Düzəliş edilib: { $moment }

# Heading of the list of media and documents that an article draws on.
sources = Mənbələr

# Heading of the list of subjects, people and places that an article is about.
topics = Mövzular

# Heading of further stories under an article. $section is a section's name.
more-from = “{ $section }” bölməsindən digər materiallar

# Heading of the links to the same article in other languages.
translations = Başqa dillərdə oxuyun

# Name of the article's facts (author, dates), for screen readers.
article-details = Material haqqında

# How long an average reader needs for it.
reading-time = { PLURAL($minutes) ->
    [one] Oxu müddəti: { $minutes } dəqiqə
   *[other] Oxu müddəti: { $minutes } dəqiqə
}

# Link to the story that was published after this one in its section.
newer-story = Növbəti material

# Link to the story that was published before it.
older-story = Əvvəlki material

# Under an opinion.
opinion-note = Müəllifin fikri redaksiyanın mövqeyi ilə üst-üstə düşməyə bilər.

# Above partner content. It must be unmistakable.
partner-note = Bu materialın haqqını tərəfdaş ödəyib. Redaksiya onun hazırlanmasında iştirak etməyib.

# Before the headline of partner content where only words can be shown, as in feeds.
partner-prefix = Reklam materialı:

## Pages that say what is wrong, and what to do.

# Heading, status 404: the address leads nowhere.
not-found-title = Bu ünvanda səhifə yoxdur

# Under that heading.
not-found-text = Keçid köhnəlmiş və ya ünvana səhv hərf düşmüş ola bilər. Axtardığınızı ana səhifədə və ya bölmələrdən birində tapa bilərsiniz.

# Heading, status 410: an article that was withdrawn.
gone-title = Bu material artıq əlçatan deyil

# Under that heading: the editors took it down, or its time was over.
gone-text = Material burada dərc olunmuş, sonra saytdan çıxarılıb. Bu ünvanda başqa material dərc olunmayacaq.

# Instead of it, where the article was wrong beyond correction.
gone-retracted-text = Material burada dərc olunmuşdu, lakin standartlarımıza uyğun olmadığı üçün redaksiya onu geri çağırıb.

# Instead of it, where a court or the law asked for it.
gone-legal-text = Material burada dərc olunmuşdu, lakin hüquqi səbəblərdən silinib.

# Heading, status 500: a fault of ours.
fault-title = Saytımızda nasazlıq baş verib

# Under that heading.
fault-text = Səhifəni göstərmək mümkün olmadı. Nasazlıq qeydə alınıb. Bir neçə dəqiqədən sonra yenidən cəhd edin.

# Heading, status 503: the server is busy, or its database cannot be reached.
busy-title = Bu səhifəni hazırda göstərmək mümkün deyil

# Under that heading.
busy-text = Sayt hazırda həddindən artıq yüklənib. Bir dəqiqədən sonra səhifəni yenidən açın.

# Heading, status 400: an address or a request that makes no sense.
bad-request-title = Bu ünvanı oxumaq mümkün deyil

# Under that heading.
bad-request-text = Bu ünvanda saytımızın ünvanlarında işlənməyən işarələr var. Onu yoxlayın və ya ana səhifədən başlayın.

# Heading, status 405: a page was asked for in a way that it does not answer.
wrong-method-title = Bu səhifəni yalnız oxumaq olar

# Under that heading.
wrong-method-text = Göndərdiyiniz məlumat qəbul edilmədi. Səhifəni yenidən açın və ya ana səhifədən başlayın.

## Feeds

# Title of the newspaper's feed. $paper is its name.
feed-title = { $paper }

# Link to a feed, in the footer.
feed-link = RSS axını

# Description of the newspaper's feed. $paper is its name.
feed-description = { $paper }: son xəbərlər

# Title of a section's feed. $paper is the newspaper's name, $section the section's.
feed-of-section = { $paper } – { $section }

# Title of a topic's feed. $paper is the newspaper's name, $topic the topic's.
feed-of-topic = { $paper } – { $topic }

# Title of an author's feed. $paper is the newspaper's name, $author the author's.
feed-of-author = { $paper } – { $author }
