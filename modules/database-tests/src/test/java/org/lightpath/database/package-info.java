/**
 * The databases that the hub runs on, started for tests, and the tests of the schema itself. The
 * repositories' tests stand in the packages of the repositories.
 */
package org.lightpath.database;
