package org.lightpath.archive;

import java.util.List;
import java.util.Optional;

/** What caused the files. */
public interface FileTraces {

  /** Adds a row, unless the file has one. */
  void add(FileTrace trace);

  /** The row of that file. */
  Optional<FileTrace> find(String fileName);

  /** Notes by which item the pipeline of a file was told; nothing if the file has no row. */
  void told(String fileName, String queue, String itemId);

  /** The first file that has this name, belongs to the image or was told by the item. */
  Optional<FileTrace> ofAnyName(String name);

  /** The files of a trace, oldest first. */
  List<FileTrace> ofTrace(String traceId, int limit);
}
