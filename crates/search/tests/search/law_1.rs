//! Law 1 at the index: it never takes in what the eye hides at the moment of writing.

use std::sync::Arc;

use desk::{Clerk, Publish, SetEmbargo, SetExpiry};

use crate::house::{House, on_both};

on_both! {
    async fn law_1_the_index_holds_nothing_that_the_eye_hides(engine: Engine) {
        let house = House::new(engine).await;
        house.draft("en", "draft", "Secret draft", "Rain.").await;
        house.publish("ar", "closed", "Secret closed", "Rain.").await;
        let embargoed = house.draft("en", "embargoed", "Secret embargo", "Rain.").await;
        house.does(SetEmbargo { branch: embargoed, until: Some(house.now().plus_seconds(60)) }).await;
        house.does(Publish { branch: embargoed, version: 1, update: false }).await;
        let expiring = house.publish("en", "expiring", "Secret expiry", "Rain.").await;
        house.does(SetExpiry { branch: expiring, at: Some(house.now().plus_seconds(30)) }).await;
        house.catch_up().await;
        assert_eq!(house.finds("en", "secret").await, [expiring]);
        house.pass(61);
        let turned = Clerk::new(Arc::clone(&house.desk)).turn().await.unwrap();
        assert_eq!((turned.done, turned.parked), (2, 0));
        house.catch_up().await;
        assert_eq!(house.finds("en", "secret").await, [embargoed]);
    }
}
