/** Tests of the embedded broker and its settings. */
package org.lightpath.broker;
