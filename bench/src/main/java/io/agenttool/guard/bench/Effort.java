package io.agenttool.guard.bench;

import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How long a benchmark is looked at. */
enum Effort {
  /** Millions of calls in compiled code. */
  STEADY {
    @Override
    ChainedOptionsBuilder on(ChainedOptionsBuilder options) {
      TimeValue moment = TimeValue.milliseconds(400);
      return options
          .forks(2)
          .warmupIterations(5)
          .warmupTime(moment)
          .measurementIterations(5)
          .measurementTime(moment);
    }
  },
  /** Others' calls, of which some take a second. */
  BRIEF {
    @Override
    ChainedOptionsBuilder on(ChainedOptionsBuilder options) {
      TimeValue moment = TimeValue.milliseconds(300);
      return options
          .forks(1)
          .warmupIterations(3)
          .warmupTime(moment)
          .measurementIterations(3)
          .measurementTime(moment);
    }
  },
  /** A few calls, each of them long. */
  ONE_BY_ONE {
    @Override
    ChainedOptionsBuilder on(ChainedOptionsBuilder options) {
      return options.forks(1).warmupIterations(3).measurementIterations(10);
    }
  };

  abstract ChainedOptionsBuilder on(ChainedOptionsBuilder options);
}
