/**
 * Measures the hub as a whole: how soon it is ready, how much memory it holds, what it adds to an
 * exposure. {@link org.lightpath.bench.FirstLight} prints one table row per figure.
 */
package org.lightpath.bench;
