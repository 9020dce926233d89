// The languages that the demonstration does not speak: an edition for each, with a few stories that
// were invented for the journeys.

/** Each edition by its code: its name for the switch, a section, a topic, an author, three stories. */
export const MORE = {
  az: {
    label: "Azərbaycanca",
    section: "Cəmiyyət",
    topic: "Dəniz nəqliyyatı",
    author: "Günel Əliyeva",
    stories: [
      [
        "Bərə payız cədvəlinə keçir",
        "Birinci reys səhər yeddidə yola düşəcək.",
        "Kapitanlar bunu çoxdan istəyirdi.",
      ],
      [
        "Köhnə mayakın işığı yenidən yandı",
        "Ustalar şüşəni iki ay təmizləyib.",
        "İşıq on beş mildən görünür.",
      ],
      [
        "İkinci dərəcəli yollar təmir olunur",
        "İş noyabrın sonuna qədər çəkəcək.",
        "Sürücülər dolama yolla gedir.",
      ],
    ],
  },
  ka: {
    label: "ქართული",
    section: "საზოგადოება",
    topic: "საზღვაო ტრანსპორტი",
    author: "ნინო ბერიძე",
    stories: [
      [
        "ბორანი შემოდგომის განრიგზე გადადის",
        "პირველი რეისი დილის შვიდ საათზე გავა.",
        "კაპიტნებს ეს დიდი ხანია სურდათ.",
      ],
      ["ძველი შუქურა ისევ აინთო", "ოსტატები მინას ორი თვე წმენდდნენ.", "სინათლე თხუთმეტი მილიდან ჩანს."],
      ["მთის გზას აკეთებენ", "სამუშაო ნოემბრის ბოლომდე გაგრძელდება.", "მძღოლები შემოვლითი გზით დადიან."],
    ],
  },
  tr: {
    label: "Türkçe",
    section: "Toplum",
    topic: "Deniz ulaşımı",
    author: "Işıl Çağlayan",
    stories: [
      [
        "Vapur sonbahar tarifesine geçiyor",
        "İlk sefer sabah yedide kalkacak.",
        "Kaptanlar bunu çoktandır istiyordu.",
      ],
      ["Eski fenerin ışığı yeniden yandı", "Ustalar camı iki ay temizledi.", "Işık on beş milden görünüyor."],
      ["İlçe yolları onarılıyor", "Çalışma kasım sonuna kadar sürecek.", "Sürücüler çevre yolundan gidiyor."],
    ],
  },
  he: {
    label: "עברית",
    section: "חברה",
    topic: "תחבורה ימית",
    author: "נועה ברק",
    stories: [
      [
        "המעבורת עוברת ללוח הזמנים של הסתיו",
        "ההפלגה הראשונה תצא בשבע בבוקר.",
        "רבי החובלים ביקשו זאת זה זמן רב.",
      ],
      ["המגדלור הישן דולק שוב", "בעלי המלאכה ניקו את הזכוכית חודשיים.", "האור נראה ממרחק 15 מיל."],
      ["כביש ההר בשיפוצים", "העבודה תימשך עד סוף נובמבר.", "הנהגים נוסעים בדרך עוקפת."],
    ],
  },
  fa: {
    label: "فارسی",
    section: "جامعه",
    topic: "حمل‌ونقل دریایی",
    author: "نرگس کاظمی",
    stories: [
      [
        "برنامهٔ پاییزی کشتی مسافربری آغاز می‌شود",
        "نخستین سفر ساعت هفت صبح خواهد بود.",
        "ناخداها مدت‌ها این را می‌خواستند.",
      ],
      [
        "فانوس دریایی قدیمی دوباره روشن شد",
        "استادکاران دو ماه شیشه را پاک کردند.",
        "نور آن از ۱۵ میلی دیده می‌شود.",
      ],
      ["جادهٔ کوهستانی تعمیر می‌شود", "کار تا پایان پاییز ادامه دارد.", "رانندگان از راه دیگری می‌روند."],
    ],
  },
};

/** Adds these editions to a portal whose node does not run, and fills them. */
export async function addEditions(portal) {
  for (const [code, edition] of Object.entries(MORE)) {
    await portal.run("edition", "add", code, "--locale", code, "--label", edition.label);
    await portal.import(wxr(code, edition), code);
  }
}

function wxr(code, { section, topic, author, stories }) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>${section}</title>
<link>https://${code}.example</link>
<language>${code}</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://${code}.example</wp:base_site_url>
<wp:base_blog_url>https://${code}.example</wp:base_blog_url>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login>desk</wp:author_login>
<wp:author_display_name><![CDATA[${author}]]></wp:author_display_name></wp:author>
${stories.map((story, at) => item(code, section, topic, at + 1, story)).join("\n")}
</channel>
</rss>
`;
}

/** A story with a standfirst, a heading, a quotation, a list and a table. */
function item(code, section, topic, number, [headline, first, second]) {
  const moment = `2024-10-0${number} 09:00:00`;
  const body = `<p>${first} ${second}</p><h2>${topic}</h2><p>${second}</p><blockquote><p>${first}</p></blockquote>
<ul><li>${first}</li><li>${second}</li></ul><table><tr><th>${topic}</th><td>${number}</td></tr></table>`;
  return `<item>
<title><![CDATA[${headline}]]></title>
<link>https://${code}.example/${number}/</link>
<dc:creator>desk</dc:creator>
<guid isPermaLink="false">https://${code}.example/?p=${number}</guid>
<content:encoded><![CDATA[${body}]]></content:encoded>
<excerpt:encoded><![CDATA[${first}]]></excerpt:encoded>
<wp:post_id>${number}</wp:post_id>
<wp:post_date>${moment}</wp:post_date>
<wp:post_date_gmt>${moment}</wp:post_date_gmt>
<wp:post_name></wp:post_name>
<wp:status>publish</wp:status>
<wp:post_type>post</wp:post_type>
<category domain="category" nicename="community"><![CDATA[${section}]]></category>
<category domain="post_tag" nicename="sea"><![CDATA[${topic}]]></category>
</item>`;
}
