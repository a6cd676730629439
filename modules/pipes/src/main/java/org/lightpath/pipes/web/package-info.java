/**
 * The PIPE routes under {@code /api/pipe}, as the Photon Ranch clients know them.
 *
 * <p>Flow: {@link org.lightpath.pipes.web.PipeResource} -> {@code PipeBody} and {@code PipeView}
 * translate -> {@link org.lightpath.pipes.PipeService}.
 *
 * <p>May use: {@code pipes}, {@code platform}. Must not use: {@code pipes.queue}.
 */
package org.lightpath.pipes.web;
