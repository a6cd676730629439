package org.lightpath.platform;

import java.util.List;
import java.util.Optional;

/**
 * Port by which the archive tells a site's pipeline of new files; the feature {@code pipes}
 * implements it. Thread-safe.
 */
public interface PipelineNotices {

  /**
   * Puts one {@code EVA_process_files} item into a PIPE queue, which is made if absent. Returns
   * when the broker has it on disk.
   *
   * @param queue name of the PIPE queue
   * @param sender who sends it, the site's code
   * @param fileNames the files to process
   * @param noticeId names this notice: a second one with the same id is dropped
   * @return the item's id; empty if the notice was dropped
   * @throws LightpathException UNAVAILABLE if the broker does not answer within its deadline
   */
  Optional<String> processFiles(
      String queue, String sender, List<String> fileNames, String noticeId);
}
