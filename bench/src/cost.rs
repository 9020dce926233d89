//! What a thing costs: CPU time of this process in all its threads, wall time beside it.

use std::time::{Duration, Instant};

use crate::failure::Failure;

/// CPU and wall time of one operation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Cost {
    /// User and system time of all threads.
    pub(crate) cpu: Duration,
    /// Time that went by.
    pub(crate) wall: Duration,
}

/// How often something is measured.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Effort {
    /// Samples whose median counts; one more before them warms up.
    pub(crate) samples: u32,
    /// Operations in a sample.
    pub(crate) operations: u32,
}

impl Effort {
    /// The median cost of `operation`, which is given a number of its own each time.
    ///
    /// # Errors
    /// The first failure of the operation.
    pub(crate) async fn cost<F>(self, mut operation: F) -> Result<Cost, Failure>
    where
        F: AsyncFnMut(u32) -> Result<(), Failure>,
    {
        let mut samples = Vec::new();
        for sample in 0..=self.samples {
            samples.push(self.sample(sample, &mut operation).await?);
        }
        samples.remove(0);
        Ok(median(samples))
    }

    /// The median costs of two operations whose samples take turns, so that what else the
    /// machine does meanwhile falls on both.
    ///
    /// # Errors
    /// The first failure of either.
    pub(crate) async fn costs<F, G>(self, mut one: F, mut other: G) -> Result<[Cost; 2], Failure>
    where
        F: AsyncFnMut(u32) -> Result<(), Failure>,
        G: AsyncFnMut(u32) -> Result<(), Failure>,
    {
        let (mut ones, mut others) = (Vec::new(), Vec::new());
        for sample in 0..=self.samples {
            ones.push(self.sample(sample, &mut one).await?);
            others.push(self.sample(sample, &mut other).await?);
        }
        ones.remove(0);
        others.remove(0);
        Ok([median(ones), median(others)])
    }

    async fn sample<F>(self, sample: u32, operation: &mut F) -> Result<Cost, Failure>
    where
        F: AsyncFnMut(u32) -> Result<(), Failure>,
    {
        let (cpu, wall) = (rig::process::own_cpu_time(), Instant::now());
        for number in 0..self.operations {
            operation(sample * self.operations + number).await?;
        }
        let operations = self.operations.max(1);
        let cpu = rig::process::own_cpu_time().saturating_sub(cpu) / operations;
        Ok(Cost { cpu, wall: wall.elapsed() / operations })
    }

    /// How many numbers `cost` gives out.
    pub(crate) const fn numbers(self) -> u32 {
        (self.samples + 1) * self.operations
    }
}

/// The medians of CPU and wall time, each by itself; nothing where there are no samples.
pub(crate) fn median(samples: Vec<Cost>) -> Cost {
    let middle = |mut times: Vec<Duration>| {
        times.sort_unstable();
        times.get(times.len() / 2).copied().unwrap_or_default()
    };
    let (cpu, wall) = samples.into_iter().map(|cost| (cost.cpu, cost.wall)).unzip();
    Cost { cpu: middle(cpu), wall: middle(wall) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_taken_of_each_time_by_itself() {
        let cost = |cpu, wall| Cost { cpu: Duration::from_millis(cpu), wall: Duration::from_millis(wall) };
        assert_eq!(median(vec![cost(9, 1), cost(1, 9), cost(2, 2)]), cost(2, 2));
        assert_eq!(median(Vec::new()), Cost::default());
    }

    #[tokio::test]
    async fn each_operation_is_given_a_number_of_its_own() {
        let mut given = Vec::new();
        let effort = Effort { samples: 2, operations: 3 };
        let numbers = &mut given;
        effort
            .cost(async |number| {
                numbers.push(number);
                Ok(())
            })
            .await
            .unwrap();
        assert_eq!(given, (0..effort.numbers()).collect::<Vec<_>>());
    }
}
