### Okur sayfalarının Türkçe sözleri. Çevirmen için açıklamalar en.ftl dosyasındakilerdir.

## Dates and lists

# Joins a date ("21 July 2025") and a time of day ("18:37") as newspapers print them.
date-and-time = { $date } { $time }

# Before an article: who wrote it. $names is a finished list, "Ada Wong and Ben Ali".
byline = Yazı: { $names }

# Who translated an article. $names is a finished list of names.
credit-translator = Çeviri: { $names }

# Who took an article's pictures. $names is a finished list of names.
credit-photographer = Fotoğraf: { $names }

# Who edited an article. $names is a finished list of names.
credit-editor = Editör: { $names }

# Before an article: when it first appeared. $moment is a finished date and time.
published = Yayımlanma: { $moment }

# Before an article: when editors last changed it in a way readers should know of.
updated = Güncelleme: { $moment }

## Every page

# First link of a page, seen only by keyboard and screen reader: jumps to the text.
skip-to-content = İçeriğe geç

# Name of the navigation with the newspaper's sections, for screen readers.
site-navigation = Bölümler

# Name of the switch between languages, for screen readers.
language-switch = Diller

# Name of the path from the front page to this one, for screen readers.
breadcrumb = Buradasınız

# First step of that path and link on the error pages: the front page.
front-page = Ana sayfa

# Title of a page in the browser's tab. $page is a headline or a section's name, $paper the newspaper's.
page-title = { $page } – { $paper }

# Name of the footer's list of links, for screen readers.
footer-navigation = Site hakkında

# Heading of the words on what others may do with the newspaper's texts.
reuse = Yeniden yayımlama

# Spoken after a link that leaves the newspaper's site.
external-link = dış bağlantı

# Opens the list of sections on a narrow screen.
menu = Menü

# Switches the page to light letters on dark paper.
night-theme = Gece modu

# Button: one step larger.
text-larger = Yazıyı büyüt

# Button: one step smaller.
text-smaller = Yazıyı küçült

# Name of the group of buttons for theme, text size, sharing and printing, for screen readers.
reader-tools = Okuma araçları

# Link at the foot of a long page: jumps to its head.
back-to-top = Başa dön

# Foot of a printed page: where it came from. $url is its address.
printed-from = Yazdırılan sayfa: { $url }

# Foot of each page. YEAR prints the year in your digits; $paper is the publisher's name.
copyright = © { YEAR($year) } { $paper }

# Foot of each page: who answers for the newspaper. $publisher is a name.
published-by = Yayıncı: { $publisher }

# Heading of the links to the newspaper in social networks.
follow-us = Bizi takip edin

# One of those links. $network is a proper name: X, YouTube, Telegram.
follow-on = Bizi { $network } üzerinden takip edin

# Link to the newspaper's app. $network is a shop's proper name: App Store, Google Play.
get-app = Uygulamayı { $network } üzerinden indirin

## Sharing

# Heading of the links and buttons that pass an article on.
share = Paylaş

# One of those links. $network is a proper name: X, Facebook, Telegram, WhatsApp.
share-on = { $network } üzerinde paylaş

# Link that opens the reader's e-mail program.
share-mail = E-postayla gönder

# Button that opens the telephone's own sheet with all its ways of sharing.
share-system = Diğer paylaşım yolları

# Button: puts the article's address on the clipboard.
copy-link = Bağlantıyı kopyala

# Said for a moment when that is done.
link-copied = Bağlantı kopyalandı

# Said for a moment when the browser refused it.
link-not-copied = Bağlantı kopyalanamadı

# Button: prints the page.
print-page = Yazdır

## Search

# Link to the search, and its name.
search = Arama

# In the empty field and above it.
search-prompt = Ne arıyorsunuz?

# Button: starts the search.
search-submit = Ara

# Button: closes the search over a page.
search-close = Aramayı kapat

# How many stories were found.
search-count = { PLURAL($count) ->
    [one] { $count } haber bulundu
   *[other] { $count } haber bulundu
}

# Instead of it where there are more than can be shown. $count is 200.
search-capped = { PLURAL($count) ->
    [one] En ilgili { $count } haber gösteriliyor. Aramayı daraltmak için bir sözcük daha ekleyin.
   *[other] En ilgili { $count } haber gösteriliyor. Aramayı daraltmak için bir sözcük daha ekleyin.
}

# Nothing was found. $query is what was typed.
search-none = “{ $query }” için sonuç bulunamadı

# Below it, and on the page of the search before anything is typed.
search-hint = Yazımı kontrol edin, daha az veya daha genel sözcükler deneyin.

# Link on the page of results: to the better hits before these.
search-previous = Önceki sonuçlar

# Link on the page of results: to the hits after these.
search-next = Sonraki sonuçlar

# The search cannot answer just now; the rest of the site can.
search-away = Arama şu anda kullanılamıyor. Birkaç dakika sonra yeniden deneyin ya da bölümlere ve arşive göz atın.

## Front page and sections

# Heading of the newest stories.
latest = Son haberler

# Heading of the newest stories beside an article.
most-recent = En yeniler

# Link below a section's strip on the front page. $section is the section's name.
more-in = { $section } bölümündeki tüm haberler

# Shown in place of a list without stories.
list-empty = Burada henüz haber yok.

# Heading of a section's subsections, $section being the section's name.
subsections = { $section } bölümünün alt bölümleri

# Shown in place of a front page without stories.
front-empty = Burada henüz bir şey yayımlanmadı. İlk haberler bu sayfada görünecek.

# Shown in place of a section without stories.
section-empty = Bu bölümde henüz haber yok.

# Name of the links between the pages of a list, for screen readers.
paging = Sayfalar

# Link to the next page of a list: its older stories.
next-page = Daha eski haberler

# Link back to the first page of a list: its newest stories.
first-page = En yeni haberler

## Topics, authors, sources, archive, corrections

# Above the name of a topic, at the head of its page.
topic-label = Konu

# Above the name of an author, at the head of that page.
author-label = Yazar

# Shown in place of an author's stories.
author-empty = Bu yazarın henüz yazısı yok.

# Above the name of a medium or body that stories cite, at the head of its page.
source-label = Kaynak

# Link to that source's own site.
source-home = Kaynağın sitesi

# Heading of the stories that cite it. $source is its name.
source-cites = Kaynağı { $source } olan haberler

# Link to exactly the page that an article cites.
cited-page = kaynak gösterilen sayfa

# Link to the archive, and its heading.
archive = Arşiv

# Shown in place of a day, month or year without stories.
archive-empty = Bu dönemde bir şey yayımlanmadı.

# Name of the list of years, for screen readers.
archive-year = Yıllar

# Name of the list of months, for screen readers.
archive-months = Aylar

# Name of the list of days, for screen readers.
archive-days = Günler

# Before the link to the day, month or year before, for screen readers.
previous-period = Daha önce

# Before the link to the day, month or year after, for screen readers.
next-period = Daha sonra

# Link to the page of all corrections, and its heading.
corrections-log = Düzeltmeler ve açıklamalar

# Under that heading.
corrections-log-text = Hata yaptığımızda haberi düzeltir, bunu burada da duyururuz.

# Shown where there are none.
corrections-empty = Henüz düzeltme yayımlanmadı.

# Before the headline of the story that was corrected.
correction-of = Düzeltilen haber:

## Kinds of article: a label before the headline. News has none.

# Label: the author's own view, not the newspaper's.
kind-opinion = Görüş

# Label: questions and answers.
kind-interview = Söyleşi

# Label: background that explains a subject.
kind-explainer = Arka plan

# Label: a long piece of reporting.
kind-long-read = Uzun okuma

# Label: a story told in photographs.
kind-picture-story = Fotoğraflarla

# Label: a film.
kind-video = Video

# Label: a recording to listen to.
kind-audio = Ses kaydı

# Label: events reported as they happen.
kind-live = Canlı

# Label: somebody else's announcement, printed as it came.
kind-press-release = Basın bülteni

# Label: paid for by a company. It must be unmistakable; use the term that your law asks for.
kind-partner-content = Reklam içeriği

## Articles

# Heading of the list of corrections under an article.
corrections = Düzeltmeler

# Before a correction: when it was made. $moment is a finished date and time.
corrected = Düzeltme: { $moment }

# Heading of the list of media and documents that an article draws on.
sources = Kaynaklar

# Heading of the list of subjects, people and places that an article is about.
topics = Konular

# Heading of further stories under an article. $section is a section's name.
more-from = { $section } bölümünden

# Heading of the links to the same article in other languages.
translations = Başka dillerde okuyun

# Name of the article's facts (author, dates), for screen readers.
article-details = Yazı hakkında

# How long an average reader needs for it.
reading-time = { PLURAL($minutes) ->
    [one] Okuma süresi: { $minutes } dakika
   *[other] Okuma süresi: { $minutes } dakika
}

# Link to the story that was published after this one in its section.
newer-story = Sonraki haber

# Link to the story that was published before it.
older-story = Önceki haber

# Under an opinion.
opinion-note = Yazıdaki görüşler yazara aittir, gazetenin görüşlerini yansıtmayabilir.

# Above partner content. It must be unmistakable.
partner-note = Bu metnin bedelini bir iş ortağı ödedi. Yazı işleri, metnin hazırlanmasında yer almadı.

# Before the headline of partner content where only words can be shown, as in feeds.
partner-prefix = Reklam içeriği:

## Pages that say what is wrong, and what to do.

# Heading, status 404: the address leads nowhere.
not-found-title = Bu adreste bir sayfa yok

# Under that heading.
not-found-text = Bağlantı eskimiş ya da adrese yanlış bir harf girmiş olabilir. Aradığınızı ana sayfada veya bölümlerden birinde bulabilirsiniz.

# Heading, status 410: an article that was withdrawn.
gone-title = Bu haber artık yayında değil

# Under that heading: the editors took it down, or its time was over.
gone-text = Haber burada yayımlandı, sonra yayından kaldırıldı. Adresi başka bir içerik için kullanılmayacak.

# Instead of it, where the article was wrong beyond correction.
gone-retracted-text = Haber burada yayımlandı, ancak yayın ilkelerimize uymadığı için geri çekildi.

# Instead of it, where a court or the law asked for it.
gone-legal-text = Haber burada yayımlandı ve hukuki nedenlerle kaldırıldı.

# Heading, status 500: a fault of ours.
fault-title = Bizden kaynaklanan bir hata oluştu

# Under that heading.
fault-text = Sayfa gösterilemedi. Hata kaydedildi. Lütfen birkaç dakika sonra yeniden deneyin.

# Heading, status 503: the server is busy, or its database cannot be reached.
busy-title = Bu sayfa şu anda gösterilemiyor

# Under that heading.
busy-text = Site şu anda çok yoğun. Lütfen bir dakika sonra sayfayı yeniden yükleyin.

# Heading, status 400: an address or a request that makes no sense.
bad-request-title = Bu adres okunamıyor

# Under that heading.
bad-request-text = Bu adreste, sitemizin adreslerinde kullanılmayan karakterler var. Lütfen adresi kontrol edin ya da ana sayfadan başlayın.

# Heading, status 405: a page was asked for in a way that it does not answer.
wrong-method-title = Bu sayfa yalnızca okunabilir

# Under that heading.
wrong-method-text = Gönderdiğiniz veri kabul edilmedi. Lütfen sayfayı yeniden açın ya da ana sayfadan başlayın.

## Feeds

# Title of the newspaper's feed. $paper is its name.
feed-title = { $paper }

# Link to a feed, in the footer.
feed-link = RSS akışı

# Description of the newspaper's feed. $paper is its name.
feed-description = { $paper }: son haberler

# Title of a section's feed. $paper is the newspaper's name, $section the section's.
feed-of-section = { $paper } – { $section }

# Title of a topic's feed. $paper is the newspaper's name, $topic the topic's.
feed-of-topic = { $paper } – { $topic }

# Title of an author's feed. $paper is the newspaper's name, $author the author's.
feed-of-author = { $paper } – { $author }
