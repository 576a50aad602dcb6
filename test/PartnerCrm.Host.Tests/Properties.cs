// Each test runs a host of its own, and the story has waits of seconds: one at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
