/** The one layout of files: text in, the same words in their canonical places out. */
@NullMarked
package dev.knet.format;

import org.jspecify.annotations.NullMarked;
