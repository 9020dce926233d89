//! The harness's own promise: a PostgreSQL that is there when asked for, and gone when it should be.

#![expect(clippy::unwrap_used, reason = "what a test helper cannot do fails the test")]

use rig::{Durability, Postgres};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

/// Runs one statement with the client that came with the server.
fn ask(url: &str, sql: &str) -> String {
    let output = Command::new("psql").args([url, "-qAt", "-c", sql]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

#[test]
fn each_database_is_empty_and_goes_with_its_value() {
    let kept = Postgres::shared().database();
    let dropped = Postgres::shared().database();
    ask(&dropped.url, "create table t (x bigint)");
    assert_eq!(ask(&kept.url, "select count(*) from pg_tables where schemaname = 'public'"), "0");
    let name = dropped.url.rsplit('/').next().unwrap().to_owned();
    let count = format!("select count(*) from pg_database where datname = '{name}'");
    assert_eq!(ask(&kept.url, &count), "1");
    drop(dropped);
    assert_eq!(ask(&kept.url, &count), "0");
}

#[test]
fn the_order_of_text_is_not_that_of_bytes() {
    let database = Postgres::shared().database();
    assert_eq!(ask(&database.url, "select 'a' < 'B', 'a' < 'B' collate \"C\""), "t|f");
}

#[test]
fn a_killed_server_comes_back_with_what_it_acknowledged() {
    let mut postgres = Postgres::start(Durability::Process);
    let database = postgres.database();
    ask(&database.url, "create table t (x bigint)");
    ask(&database.url, "insert into t values (7)");
    postgres.kill();
    let refused = Command::new("psql").args([&database.url, "-c", "select 1"]).output().unwrap();
    assert!(!refused.status.success());
    postgres.start_again();
    assert_eq!(ask(&database.url, "select x from t"), "7");
    postgres.stop();
    postgres.start_again();
    assert_eq!(ask(&database.url, "select x from t"), "7");
}

#[test]
fn durability_against_a_power_cut_means_fsync() {
    let postgres = Postgres::start(Durability::Power);
    let database = postgres.database();
    assert_eq!(ask(&database.url, "show fsync"), "on");
    let data = ask(&database.url, "show data_directory");
    assert!(Path::new(&data).is_dir());
    drop(database);
    drop(postgres);
    assert!(!Path::new(&data).exists());
}

/// Set in the process that this test starts from its own program, to be killed.
const VICTIM: &str = "RIG_TEST_VICTIM";

#[test]
fn a_killed_test_leaves_no_server_behind() {
    if std::env::var_os(VICTIM).is_some() {
        let postgres = Postgres::start(Durability::Process);
        let database = postgres.database();
        eprintln!("\n{}", database.url);
        loop {
            std::thread::park();
        }
    }
    let mut victim = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "a_killed_test_leaves_no_server_behind", "--nocapture"])
        .env(VICTIM, "1")
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(victim.stderr.take().unwrap()).lines().map(Result::unwrap);
    let url = lines.find(|line| line.starts_with("postgres://")).unwrap();
    victim.kill().unwrap();
    victim.wait().unwrap();
    // Refused or cut off: either ends it early. A server that lives on lets it sleep and succeed.
    let sleeper = Command::new("psql").args([&url, "-c", "select pg_sleep(30)"]).output().unwrap();
    assert!(!sleeper.status.success());
}
