### Слова страниц для читателей по-русски. Пояснения переводчику те же, что в en.ftl.

## Dates and lists

# Joins a date ("21 July 2025") and a time of day ("18:37") as newspapers print them.
date-and-time = { $date }, { $time }

# Before an article: who wrote it. $names is a finished list, "Ada Wong and Ben Ali".
byline = Текст: { $names }

# Who translated an article. $names is a finished list of names.
credit-translator = Перевод: { $names }

# Who took an article's pictures. $names is a finished list of names.
credit-photographer = Фото: { $names }

# Who edited an article. $names is a finished list of names.
credit-editor = Редактура: { $names }

# Before an article: when it first appeared. $moment is a finished date and time.
published = Опубликовано { $moment }

# Before an article: when editors last changed it in a way readers should know of.
updated = Обновлено { $moment }

## Every page

# First link of a page, seen only by keyboard and screen reader: jumps to the text.
skip-to-content = Перейти к тексту

# Name of the navigation with the newspaper's sections, for screen readers.
site-navigation = Разделы

# Name of the switch between languages, for screen readers.
language-switch = Языки

# Name of the path from the front page to this one, for screen readers.
breadcrumb = Вы здесь

# First step of that path and link on the error pages: the front page.
front-page = Главная страница

# Title of a page in the browser's tab. $page is a headline or a section's name, $paper the newspaper's.
page-title = { $page } — { $paper }

# Name of the footer's list of links, for screen readers.
footer-navigation = Об издании

# Heading of the words on what others may do with the newspaper's texts.
reuse = Перепечатка материалов

# Spoken after a link that leaves the newspaper's site.
external-link = внешняя ссылка

# Opens the list of sections on a narrow screen.
menu = Меню

# Switches the page to light letters on dark paper.
night-theme = Тёмная тема

# Button: one step larger.
text-larger = Увеличить текст

# Button: one step smaller.
text-smaller = Уменьшить текст

# Name of the group of buttons for theme, text size, sharing and printing, for screen readers.
reader-tools = Инструменты для чтения

# Link at the foot of a long page: jumps to its head.
back-to-top = Наверх

# Foot of a printed page: where it came from. $url is its address.
printed-from = Распечатано со страницы { $url }

# Foot of each page. YEAR prints the year in your digits; $paper is the publisher's name.
copyright = © { YEAR($year) } { $paper }

# Foot of each page: who answers for the newspaper. $publisher is a name.
published-by = Издатель: { $publisher }

# Heading of the links to the newspaper in social networks.
follow-us = Мы в соцсетях

# One of those links. $network is a proper name: X, YouTube, Telegram.
follow-on = Подписаться: { $network }

# Link to the newspaper's app. $network is a shop's proper name: App Store, Google Play.
get-app = Скачать приложение в { $network }

## Sharing

# Heading of the links and buttons that pass an article on.
share = Поделиться

# One of those links. $network is a proper name: X, Facebook, Telegram, WhatsApp.
share-on = Поделиться в { $network }

# Link that opens the reader's e-mail program.
share-mail = Отправить по почте

# Button that opens the telephone's own sheet with all its ways of sharing.
share-system = Другие способы поделиться

# Button: puts the article's address on the clipboard.
copy-link = Скопировать ссылку

# Said for a moment when that is done.
link-copied = Ссылка скопирована

# Said for a moment when the browser refused it.
link-not-copied = Не удалось скопировать ссылку

# Button: prints the page.
print-page = Распечатать

## Search

# Link to the search, and its name.
search = Поиск

# In the empty field and above it.
search-prompt = Что вы ищете?

# Button: starts the search.
search-submit = Найти

# Button: closes the search over a page.
search-close = Закрыть поиск

# How many stories were found.
search-count = { PLURAL($count) ->
    [one] Найден { $count } материал
    [few] Найдено { $count } материала
    [many] Найдено { $count } материалов
   *[other] Найдено { $count } материала
}

# Instead of it where there are more than can be shown. $count is 200.
search-capped = { PLURAL($count) ->
    [one] Показан { $count } самый подходящий материал. Чтобы сузить поиск, добавьте слово.
    [few] Показаны { $count } самых подходящих материала. Чтобы сузить поиск, добавьте слово.
    [many] Показаны { $count } самых подходящих материалов. Чтобы сузить поиск, добавьте слово.
   *[other] Показано { $count } самого подходящего материала. Чтобы сузить поиск, добавьте слово.
}

# Nothing was found. $query is what was typed.
search-none = По запросу «{ $query }» ничего не найдено

# Below it, and on the page of the search before anything is typed.
search-hint = Проверьте, нет ли опечаток, сократите запрос или подберите слова с более широким значением.

# Link on the page of results: to the better hits before these.
search-previous = Предыдущие результаты

# Link on the page of results: to the hits after these.
search-next = Следующие результаты

# The search cannot answer just now; the rest of the site can.
search-away = Поиск сейчас недоступен. Попробуйте ещё раз через несколько минут или загляните в разделы и архив.

## Front page and sections

# Heading of the newest stories.
latest = Последние новости

# Heading of the newest stories beside an article.
most-recent = Самое свежее

# Link below a section's strip on the front page. $section is the section's name.
more-in = Все материалы раздела «{ $section }»

# Shown in place of a list without stories.
list-empty = Здесь пока нет материалов.

# Heading of a section's subsections, $section being the section's name.
subsections = Подразделы раздела «{ $section }»

# Shown in place of a front page without stories.
front-empty = Здесь пока ничего не опубликовано. Первые материалы появятся на этой странице.

# Shown in place of a section without stories.
section-empty = В этом разделе пока нет материалов.

# Name of the links between the pages of a list, for screen readers.
paging = Страницы

# Link to the next page of a list: its older stories.
next-page = Более ранние материалы

# Link back to the first page of a list: its newest stories.
first-page = К самым новым материалам

## Topics, authors, sources, archive, corrections

# Above the name of a topic, at the head of its page.
topic-label = Тема

# Above the name of an author, at the head of that page.
author-label = Автор

# Shown in place of an author's stories.
author-empty = Материалов этого автора пока нет.

# Above the name of a medium or body that stories cite, at the head of its page.
source-label = Источник

# Link to that source's own site.
source-home = Сайт источника

# Heading of the stories that cite it. $source is its name.
source-cites = Материалы со ссылкой на источник: { $source }

# Link to exactly the page that an article cites.
cited-page = цитируемая страница

# Link to the archive, and its heading.
archive = Архив

# Shown in place of a day, month or year without stories.
archive-empty = За это время ничего не опубликовано.

# Name of the list of years, for screen readers.
archive-year = Годы

# Name of the list of months, for screen readers.
archive-months = Месяцы

# Name of the list of days, for screen readers.
archive-days = Дни

# Before the link to the day, month or year before, for screen readers.
previous-period = Раньше

# Before the link to the day, month or year after, for screen readers.
next-period = Позже

# Link to the page of all corrections, and its heading.
corrections-log = Исправления и уточнения

# Under that heading.
corrections-log-text = Если мы ошиблись, мы исправляем ошибку в тексте и сообщаем об этом здесь.

# Shown where there are none.
corrections-empty = Исправлений пока не было.

# Before the headline of the story that was corrected.
correction-of = Исправлен материал:

## Kinds of article: a label before the headline. News has none.

# Label: the author's own view, not the newspaper's.
kind-opinion = Мнение

# Label: questions and answers.
kind-interview = Интервью

# Label: background that explains a subject.
kind-explainer = Разбор

# Label: a long piece of reporting.
kind-long-read = Лонгрид

# Label: a story told in photographs.
kind-picture-story = Фоторепортаж

# Label: a film.
kind-video = Видео

# Label: a recording to listen to.
kind-audio = Аудио

# Label: events reported as they happen.
kind-live = Онлайн

# Label: somebody else's announcement, printed as it came.
kind-press-release = Пресс-релиз

# Label: paid for by a company. It must be unmistakable; use the term that your law asks for.
kind-partner-content = Реклама

## Articles

# Heading of the list of corrections under an article.
corrections = Исправления

# Before a correction: when it was made. $moment is a finished date and time.
corrected = Исправлено { $moment }

# Heading of the list of media and documents that an article draws on.
sources = Источники

# Heading of the list of subjects, people and places that an article is about.
topics = Темы

# Heading of further stories under an article. $section is a section's name.
more-from = Ещё в разделе «{ $section }»

# Heading of the links to the same article in other languages.
translations = Читать на других языках

# Name of the article's facts (author, dates), for screen readers.
article-details = О материале

# How long an average reader needs for it.
reading-time = { PLURAL($minutes) ->
    [one] Время чтения: { $minutes } минута
    [few] Время чтения: { $minutes } минуты
    [many] Время чтения: { $minutes } минут
   *[other] Время чтения: { $minutes } минуты
}

# Link to the story that was published after this one in its section.
newer-story = Следующий материал

# Link to the story that was published before it.
older-story = Предыдущий материал

# Under an opinion.
opinion-note = Мнение автора может не совпадать с позицией редакции.

# Above partner content. It must be unmistakable.
partner-note = Материал оплачен партнёром. Редакция в его подготовке не участвовала.

# Before the headline of partner content where only words can be shown, as in feeds.
partner-prefix = Реклама:

## Pages that say what is wrong, and what to do.

# Heading, status 404: the address leads nowhere.
not-found-title = По этому адресу ничего нет

# Under that heading.
not-found-text = Возможно, ссылка устарела или в адресе ошибка. То, что вы ищете, может быть на главной странице или в одном из разделов.

# Heading, status 410: an article that was withdrawn.
gone-title = Этот материал больше недоступен

# Under that heading: the editors took it down, or its time was over.
gone-text = Он был опубликован здесь, а затем снят с публикации. Других материалов по этому адресу не будет.

# Instead of it, where the article was wrong beyond correction.
gone-retracted-text = Он был опубликован здесь, но редакция отозвала его: он не соответствовал нашим стандартам.

# Instead of it, where a court or the law asked for it.
gone-legal-text = Он был опубликован здесь, а затем удалён по юридическим причинам.

# Heading, status 500: a fault of ours.
fault-title = У нас произошёл сбой

# Under that heading.
fault-text = Страницу не удалось показать. Сведения о сбое сохранены. Попробуйте ещё раз через несколько минут.

# Heading, status 503: the server is busy, or its database cannot be reached.
busy-title = Страница временно недоступна

# Under that heading.
busy-text = Сайт перегружен. Обновите страницу через минуту.

# Heading, status 400: an address or a request that makes no sense.
bad-request-title = Этот адрес не удалось прочитать

# Under that heading.
bad-request-text = В нём есть знаки, которых в наших адресах не бывает. Проверьте его или начните с главной страницы.

# Heading, status 405: a page was asked for in a way that it does not answer.
wrong-method-title = Эту страницу можно только читать

# Under that heading.
wrong-method-text = Отправленные вами данные не приняты. Откройте страницу заново или начните с главной.

## Feeds

# Title of the newspaper's feed. $paper is its name.
feed-title = { $paper }

# Link to a feed, in the footer.
feed-link = RSS-лента

# Description of the newspaper's feed. $paper is its name.
feed-description = { $paper }: последние новости

# Title of a section's feed. $paper is the newspaper's name, $section the section's.
feed-of-section = { $paper } — { $section }

# Title of a topic's feed. $paper is the newspaper's name, $topic the topic's.
feed-of-topic = { $paper } — { $topic }

# Title of an author's feed. $paper is the newspaper's name, $author the author's.
feed-of-author = { $paper } — { $author }
