//! Leases: who of several nodes does a thing. A token grows with each new holder and is
//! checked in every write made under the lease; expiry is by the database's clock.

use crate::{
    database::{Store, Tx, WriteTx},
    error::{Result, StoreError},
};

/// A lease that is held, as far as its holder knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lease {
    name: &'static str,
    token: i64,
}

const TAKE_SQLITE: &str = "insert into lease (name, holder, token, expires) \
     values ($1, $2, 1, cast(unixepoch('subsec') * 1000000 as integer) + $3) \
     on conflict (name) do update set \
     token = case when lease.holder = excluded.holder and lease.expires > excluded.expires - $3 \
         then lease.token else lease.token + 1 end, \
     holder = excluded.holder, expires = excluded.expires \
     where lease.holder = excluded.holder or lease.expires <= excluded.expires - $3 returning token";

const TAKE_POSTGRES: &str = "insert into lease (name, holder, token, expires) \
     values ($1, $2, 1, cast(extract(epoch from clock_timestamp()) * 1000000 as bigint) + $3) \
     on conflict (name) do update set \
     token = case when lease.holder = excluded.holder and lease.expires > excluded.expires - $3 \
         then lease.token else lease.token + 1 end, \
     holder = excluded.holder, expires = excluded.expires \
     where lease.holder = excluded.holder or lease.expires <= excluded.expires - $3 returning token";

impl Store {
    /// Takes or renews the lease `name` for `holder` (unique to a process) for `seconds`.
    /// None while another holds it.
    pub async fn lease(&self, name: &'static str, holder: &str, seconds: i64) -> Result<Option<Lease>> {
        let mut tx = self.begin().await?;
        let token = take(&mut tx.tx, name, holder, seconds).await?;
        tx.finish().await?;
        Ok(token.map(|token| Lease { name, token }))
    }

    /// Gives the lease back, so that another need not wait for its end.
    pub async fn give_back(&self, lease: &Lease) -> Result<()> {
        let mut tx = self.begin().await?;
        tx.tx
            .q("update lease set expires = 0 where name = $1 and token = $2")
            .bind(lease.name)
            .bind(lease.token)
            .run()
            .await?;
        tx.finish().await
    }
}

async fn take(tx: &mut Tx, name: &str, holder: &str, seconds: i64) -> Result<Option<i64>> {
    let taken = tx
        .q2(TAKE_SQLITE, TAKE_POSTGRES)
        .bind(name.to_owned())
        .bind(holder.to_owned())
        .bind(seconds.saturating_mul(1_000_000))
        .opt::<(i64,)>()
        .await?;
    Ok(taken.map(|(token,)| token))
}

impl WriteTx {
    /// Fails when the lease went to another: nothing of this transaction is then written.
    pub async fn check_lease(&mut self, lease: &Lease) -> Result<()> {
        let held = self
            .tx
            .q2(
                "select token from lease where name = $1",
                "select token from lease where name = $1 for share",
            )
            .bind(lease.name)
            .opt::<(i64,)>()
            .await?;
        if held == Some((lease.token,)) { Ok(()) } else { Err(StoreError::LeaseLost(lease.name)) }
    }
}
