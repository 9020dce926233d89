//! What an export says beside words: authors, kinds, states, files, what plug-ins keep in fields.

use desk::{Desk, SystemWorld, World as _};
use domain::{EditionCode, Kind, Space};
use store::{Article, Lookup};

use crate::{
    exports::{Item, category, export, post},
    import_text, notes, on_both, witness,
};

async fn article(desk: &Desk, slug: &str) -> Option<Article> {
    let mut snapshot = desk.store().snapshot().await.unwrap();
    let edition = EditionCode::parse("en").unwrap();
    let found = snapshot.article(&edition, Space::Post, slug, SystemWorld.now()).await.unwrap();
    snapshot.close().await.unwrap();
    match found {
        Lookup::Here(article) => Some(article.into_inner()),
        _ => None,
    }
}

fn in_state(id: u32, status: &'static str) -> Item {
    Item { status, ..post(id, status, status) }
}

#[tokio::test(flavor = "multi_thread")]
async fn co_authors_and_guests_are_persons_with_profiles() {
    on_both(async |desk| {
        let guest = Item { kind: "guest-author", ..post(2, "Nora Sea", "cap-nora") }
            .field("cap-user_login", "nora")
            .field("cap-display_name", "Nora Sea")
            .field("cap-description", "Writes about <b>harbours</b>.");
        let written = post(1, "Two wrote it", "two")
            .label("author", "cap-nora", "nora")
            .label("author", "cap-ani", "ani");
        let report = import_text(&desk, &export("en", "", &[written, guest])).await;
        assert_eq!((report.posts, report.persons), (1, 2), "{}", notes(&report));
        let article = article(&desk, "two").await.unwrap();
        assert_eq!(article.content.credits.len(), 2);
        let persons = witness::persons(&desk).await;
        assert_eq!(persons, ["ani: ani: ", "nora: Nora Sea: Writes about harbours."]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_circle_of_categories_is_cut_and_a_parent_may_follow_its_child() {
    on_both(async |desk| {
        let header = [
            category(1, "child", "parent", "Child", ""),
            category(2, "parent", "", "Parent", ""),
            category(3, "hen", "egg", "Hen", ""),
            category(4, "egg", "hen", "Egg", ""),
            category(5, "self", "self", "Self", ""),
            category(6, "orphan", "nobody", "Orphan", ""),
        ];
        let report = import_text(&desk, &export("en", &header.concat(), &[])).await;
        assert_eq!(report.sections, 6, "{}", notes(&report));
        let tree = witness::sections(&desk).await;
        assert_eq!(tree, ["child<parent", "egg<", "hen<egg", "orphan<", "parent<", "self<"]);
        assert_eq!(store::check(desk.store()).await.unwrap(), vec![]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_was_public_is_public() {
    on_both(async |desk| {
        let items = [
            in_state(1, "publish"),
            in_state(2, "draft"),
            in_state(3, "pending"),
            in_state(4, "private"),
            in_state(5, "trash"),
            in_state(6, "acf-disabled"),
            in_state(7, "future"),
        ];
        let report = import_text(&desk, &export("en", "", &items)).await;
        assert_eq!((report.posts, report.refused.len()), (5, 2), "{}", notes(&report));
        assert!(article(&desk, "publish").await.is_some());
        for hidden in ["draft", "pending", "private", "trash", "future"] {
            assert!(article(&desk, hidden).await.is_none(), "{hidden}");
        }
        let told = notes(&report);
        for reason in
            ["private: it was private", "trash: it lay in the trash", "future: its scheduled moment"]
        {
            assert!(told.contains(reason), "{reason} is not in {told}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_plug_ins_keep_in_fields_is_taken() {
    on_both(async |desk| {
        let header = category(1, "news", "", "News", "") + &category(2, "sea", "", "Sea", "");
        let items = [
            post(1, "Storm", "storm")
                .label("category", "news", "News")
                .label("category", "sea", "Sea")
                .label("post_format", "post-format-video", "Video")
                .field("_yoast_wpseo_title", "A storm at sea %%sep%% %%sitename%%")
                .field("_yoast_wpseo_metadesc", "What the storm did.")
                .field("_yoast_wpseo_primary_category", "2")
                .field("_thumbnail_id", "9")
                .field("views", "1042"),
            post(2, "Calm", "calm").field("rank_math_title", "%title% %sep% %sitename%"),
            Item { kind: "attachment", status: "inherit", ..post(9, "Wave", "wave") }
                .field("_wp_attachment_image_alt", "A wave"),
        ];
        let text = export("en", &header, &items);
        let report = import_text(&desk, &text).await;
        assert_eq!((report.posts, report.files), (2, 1), "{}", notes(&report));
        let storm = article(&desk, "storm").await.unwrap();
        assert_eq!(storm.content.kind, Kind::Video);
        assert_eq!(storm.content.headlines.search_title.as_deref(), Some("A storm at sea"));
        assert_eq!(storm.content.headlines.search_description.as_deref(), Some("What the storm did."));
        let snapshot = desk.store().snapshot().await.unwrap();
        let home = snapshot.frame().sections.get(storm.content.sections[0]).unwrap().slug.to_string();
        snapshot.close().await.unwrap();
        assert_eq!(home, "sea");
        assert_eq!(article(&desk, "calm").await.unwrap().content.headlines.search_title, None);
        assert_eq!(witness::facts(&desk).await, ["9 1042"]);
        assert_eq!(witness::files(&desk).await, ["9 http://old.example/?p=9 A wave"]);
        let position = desk.store().journal().head().await.unwrap();
        import_text(&desk, &text).await;
        assert_eq!(desk.store().journal().head().await.unwrap(), position, "the second time wrote an event");
    })
    .await;
}
