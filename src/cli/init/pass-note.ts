/**
 * A pass of pre-commit is noted for prepare-commit-msg, which git runs in the same command: it then need not start Node to
 * check the same contents again. What the hooks share is the process of git, which no other command has; what the note is
 * signed over besides is whatever the check rests on. The config and the lists that judge are read from the index, so the
 * tree stands for them; environment variables cannot change while one process of git runs.
 *
 * The signature keeps notes from being made by accident, not by whoever can read the key: who can do that can as well
 * commit without hooks. Where anything is missing (a process table, the key, a folder) there is no note, and all is checked.
 */
const noteFunctions = `  # The note of a pass lies beside the index that git commits.
  folder=\${GIT_INDEX_FILE:-}
  folder=\${folder%/*}
  note=
  [ ! -f "$folder/HEAD" ] || note=$folder/outgate-pass
  state=\${OUTGATE_STATE:-\${XDG_STATE_HOME:-\${HOME:-/nowhere}/.local/state}/outgate}
  # Which process of git runs this hook: its number and when it started.
  find_git() {
    pid=$PPID
    for x in 1 2 3 4; do
      if [ -r "/proc/$pid/stat" ]; then
        read -r x name x parent x x x x x x x x x x x x x x x x x start x <"/proc/$pid/stat"
      else
        start=$(ps -o ppid= -o lstart= -o comm= -p "$pid") || return 1
        start=\${start#"\${start%%[! ]*}"}
        parent=\${start%% *}
        name=\${start##*[ /]}
      fi
      case $name in
        "(git)" | git) run="$pid $start" && return ;;
      esac
      pid=$parent
    done
    return 1
  }
  # Seconds of a clock that all hooks share.
  tell_time() {
    if [ -r /proc/uptime ]; then read -r now x </proc/uptime; else now=$(date +%s); fi
    now=\${now%%.*}
  }
  # The commit that HEAD names, from git's files where they tell it.
  find_head() {
    read -r head <"$folder/HEAD"
    case $head in
      "ref: "*) ref=$folder/\${head#ref: } && head= && if [ -r "$ref" ]; then read -r head <"$ref"; fi ;;
    esac
    case $head in
      "" | *[!0-9a-f]*) head=$(git rev-parse -q --verify HEAD) ;;
    esac
  }
  # Sets mac for a commit of this tree, now.
  sign() {
    [ -r "$state/pass-key" ] && read -r key <"$state/pass-key" && [ \${#key} -eq 64 ] && find_git || return 1
    find_head
    mac=$(
      git hash-object --stdin <<END
$key $tree $head $time
$run \${GIT_AUTHOR_DATE:-}
$program
$key
END
    ) && [ -n "$mac" ]
  }`;

/** Checks, and notes a pass. */
export function noting(check: string): string {
  return `${noteFunctions}
  write_note() {
    [ -n "$note" ] && [ -n "$tree" ] || return 1
    umask 077
    if [ ! -s "$state/pass-key" ]; then
      mkdir -p "$state"
      key=$(dd if=/dev/urandom bs=32 count=1 | od -An -v -tx1 | tr -d ' \\n')
      echo "$key" >"$state/pass-key.$$" && mv -f "$state/pass-key.$$" "$state/pass-key" || return 1
    fi
    tell_time
    time=$now
    sign || return 1
    set -C
    echo "$time $mac" >"$note"
  }
  [ -z "$note" ] || [ ! -e "$note" ] || rm -f "$note"
  # Whatever the index becomes while the check runs is another tree, for which there will be no note.
  tree=$(git write-tree 2>/dev/null)
  ${check} || exit $?
  write_note 2>/dev/null
  exit 0`;
}

/** Checks, unless a pass of these very contents is noted. A note counts once, and for ten minutes. */
export function unlessNoted(check: string): string {
  return `${noteFunctions}
  noted() {
    [ -n "$note" ] && [ -f "$note" ] || return 1
    read -r time was <"$note"
    rm -f "$note" || return 1
    tree=$(git write-tree) && sign && [ "$was" = "$mac" ] || return 1
    tell_time
    age=$((now - time))
    [ "$age" -ge 0 ] && [ "$age" -lt 600 ]
  }
  if noted 2>/dev/null; then exit 0; fi
  ${check}`;
}

/** The key, and what is left of one where a hook was ended while it made it. */
export function isPassKey(name: string): boolean {
  return /^pass-key(?:\.\d+)?$/.test(name);
}
