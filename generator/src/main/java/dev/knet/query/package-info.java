/** Questions about clusters, in users' words, and their answers as texts. What goals ask beyond compiling is asked here. */
@NullMarked
package dev.knet.query;

import org.jspecify.annotations.NullMarked;
