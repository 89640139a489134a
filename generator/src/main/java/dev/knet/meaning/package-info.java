/** Who may talk to whom by the sentences alone: the section "Meaning" of the language. Knows no Kubernetes object. */
@NullMarked
package dev.knet.meaning;

import org.jspecify.annotations.NullMarked;
