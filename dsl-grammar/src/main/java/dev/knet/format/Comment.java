package dev.knet.format;

/** A comment of one or more lines. */
final class Comment {
    private Comment() {}

    /**
     * As it is written in another place: what its lines have of the indentation of the old place becomes that of the
     * new. So no line of it stands farther out than the place.
     */
    static String moved(String text, String from, int to) {
        String indent = " ".repeat(to);
        StringBuilder moved = new StringBuilder(text.length());
        int end = Lines.end(text, 0);
        moved.append(text, 0, Lines.withoutBlanks(text, 0, end));
        while (end < text.length()) {
            int start = Lines.next(text, end);
            end = Lines.end(text, start);
            int stop = Lines.withoutBlanks(text, start, end);
            int begin = Math.min(stop, start + shared(text, start, from));
            moved.append('\n').append(begin < stop ? indent : "").append(text, begin, stop);
        }
        return moved.toString();
    }

    private static int shared(String text, int start, String indentation) {
        int count = 0;
        while (count < indentation.length()
                && start + count < text.length()
                && text.charAt(start + count) == indentation.charAt(count)) {
            count++;
        }
        return count;
    }
}
