/**
 * What the tests of the hub's own modules share: threads that begin together, events that are kept.
 */
package org.lightpath.test.kit;
