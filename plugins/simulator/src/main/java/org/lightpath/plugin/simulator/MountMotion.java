package org.lightpath.plugin.simulator;

import java.time.Instant;
import org.lightpath.plugin.simulator.sky.Horizon;
import org.lightpath.plugin.simulator.sky.HorizontalPosition;
import org.lightpath.plugin.simulator.sky.SkyPosition;

/** What a mount does; immutable. */
sealed interface MountMotion {

  /** Where it points at {@code time}. */
  SkyPosition position(Horizon horizon, Instant time);

  /** What becomes of it if it is stopped at {@code time}. */
  MountMotion stopped(Horizon horizon, Instant time);

  /** It follows a place of the sky. */
  record Tracking(SkyPosition place) implements MountMotion {
    @Override
    public SkyPosition position(Horizon horizon, Instant time) {
      return place;
    }

    @Override
    public MountMotion stopped(Horizon horizon, Instant time) {
      return this;
    }
  }

  /** It stands still and the sky passes. */
  record Standing(HorizontalPosition direction, boolean parked) implements MountMotion {
    @Override
    public SkyPosition position(Horizon horizon, Instant time) {
      return horizon.toSky(direction, time);
    }

    @Override
    public MountMotion stopped(Horizon horizon, Instant time) {
      return this;
    }
  }

  /** It is on its way along a great circle. If stopped, it tracks only if it did so before. */
  record Slewing(SkyPosition from, SkyPosition to, Travel way, boolean trackedBefore)
      implements MountMotion {
    @Override
    public SkyPosition position(Horizon horizon, Instant time) {
      return from.towards(to, way.fraction());
    }

    @Override
    public MountMotion stopped(Horizon horizon, Instant time) {
      SkyPosition rest = position(horizon, time);
      return trackedBefore
          ? new Tracking(rest)
          : new Standing(horizon.toHorizontal(rest, time), false);
    }
  }
}
