//! The harness's own promise: a node is ready when `start` returns, and what it said is kept.

#![expect(clippy::unwrap_used, reason = "what a test helper cannot do fails the test")]

use rig::{NodeCommand, StartError};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;

/// A program that takes a node's arguments, binds late and answers 503 once before it is ready.
/// Perl, because every Debian has it.
const SLOW_STARTER: &str = r#"#!/usr/bin/perl
use IO::Socket::INET;
$| = 1;
print "args @ARGV mark $ENV{MARK}\n";
my ($listen) = map { $ARGV[$_ + 1] } grep { $ARGV[$_] eq '--listen' } 0 .. $#ARGV;
my $server = IO::Socket::INET->new(LocalAddr => $listen, Listen => 5, ReuseAddr => 1) or die $!;
my @answers = ('503 Service Unavailable');
while (my $client = $server->accept) {
    while (my $line = <$client>) { last if $line eq "\r\n" }
    my $status = shift(@answers) // '200 OK';
    print $client "HTTP/1.1 $status\r\nContent-Length: 0\r\n\r\n";
}
"#;

fn program(dir: &tempfile::TempDir, text: &str) -> PathBuf {
    let file = dir.path().join("program");
    std::fs::write(&file, text).unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).unwrap();
    file
}

#[test]
fn a_node_is_ready_when_start_returns_and_dies_when_killed() {
    let dir = tempfile::tempdir().unwrap();
    let command = NodeCommand::new(program(&dir, SLOW_STARTER), "/data").arg("--empty").env("MARK", "7");
    let mut node = command.start().unwrap();
    assert_eq!(node.get("/healthz").unwrap().status, 200);
    let line = format!("args serve --data /data --listen {} --empty mark 7", node.addr());
    assert_eq!(node.log().trim(), line);
    assert!(rig::process::rss_anon(node.pid()).unwrap() > 0);
    assert_eq!(node.kill().unwrap().signal(), Some(9));
    assert!(node.get("/healthz").is_err());
}

#[test]
fn a_node_is_asked_to_stop_and_ends() {
    let dir = tempfile::tempdir().unwrap();
    let mut node = NodeCommand::new(program(&dir, SLOW_STARTER), "/data").start().unwrap();
    assert_eq!(node.stop().unwrap().signal(), Some(15));
    assert_eq!(node.stop().unwrap().signal(), Some(15), "a second time changes nothing");
}

#[test]
fn a_node_that_gives_up_is_an_error_with_its_words() {
    let dir = tempfile::tempdir().unwrap();
    let command = NodeCommand::new(program(&dir, "#!/bin/sh\necho 'disk is full' >&2\nexit 1\n"), "/data");
    match command.start().err().unwrap() {
        StartError::Ended { status, log } => {
            assert_eq!((status.code(), log.trim()), (Some(1), "disk is full"))
        }
        other => panic!("{other}"),
    }
}

#[test]
fn a_program_that_is_not_there_is_named() {
    let error = NodeCommand::new("/nowhere/masthead", "/data").start().err().unwrap();
    assert!(error.to_string().starts_with("/nowhere/masthead: "), "{error}");
}
