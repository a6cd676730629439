package org.lightpath.archive;

import java.util.List;
import java.util.Optional;

/** The notices that the pipelines have not got yet. */
public interface Notices {

  /** Adds one; there is none of that file yet. */
  void add(Notice notice);

  /** The one of that file, if it is still to be sent. */
  Optional<Notice> find(String fileName);

  /** The oldest ones. */
  List<Notice> oldest(int limit);

  /** Forgets one that has been sent. */
  void remove(String fileName);
}
