#!/bin/sh
# recheck's own process takes four fifths of the machine's memory before it clears up, and everything else stands still meanwhile. It is
# a native image, which takes the option as Java does: https://www.graalvm.org/latest/reference-manual/native-image/
exec "$(dirname "$0")"/../node_modules/recheck-*-*/recheck -Xmx2g "$@"
