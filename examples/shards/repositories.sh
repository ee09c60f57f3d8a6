#!/bin/sh
# repositories.sh LIST SHARD/COUNT REPORTS: checks every COUNT-th repository of a list of addresses, one report for each. Ends with 1
# where one stops, else with 2 where one could not be checked.
set -u
list=$1 shard=${2%/*} count=${2#*/} reports=$3
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
stopped=0 unchecked=0 number=0
while read -r url || test -n "$url"; do
  number=$((number + 1))
  test $((number % count + 1)) -eq "$shard" || continue
  rm -rf "$work/repository"
  code=2
  if git clone --quiet --depth 1 "$url" "$work/repository" < /dev/null; then
    (cd "$work/repository" && outgate files --format json) > "$reports/$number.json" < /dev/null
    code=$?
  fi
  case $code in 0) ;; 1) stopped=1 ;; *) unchecked=1 ;; esac
done < "$list" || unchecked=1
if test $stopped -eq 1; then exit 1; fi
test $unchecked -eq 0 || exit 2
