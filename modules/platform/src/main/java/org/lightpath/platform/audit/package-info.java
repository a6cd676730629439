/**
 * Who did what to which thing, when and from where: rows that only grow, each with the hash of the
 * one before.
 *
 * <p>Flow: a service that changes who may do what calls {@link org.lightpath.platform.audit.Audit}
 * inside its transaction: the act and its row are stored together or not at all. Every other act is
 * noted by {@code web.AuditFilter} once it is answered and waits in {@link
 * org.lightpath.platform.audit.AuditQueue} for {@link org.lightpath.platform.audit.AuditStart} to
 * store it with others. {@link org.lightpath.platform.audit.Verification} finds the first row that
 * is not what it was.
 */
package org.lightpath.platform.audit;
