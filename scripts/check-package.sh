#!/usr/bin/env bash
# Packs the package and looks at it as its users get it: its manifest, its types, and its program in a foreign repository.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

npm pack --silent --pack-destination "$folder"
tarball=$(echo "$folder"/*.tgz)
publint "$tarball" --strict
attw "$tarball" --profile esm-only

mkdir "$folder/project"
cd "$folder/project"
git init --quiet .
git config user.name "A newcomer"
git config user.email newcomer@example.org
npm init --yes >/dev/null
npm install --silent --save-dev "$tarball"
echo node_modules > .gitignore
npx --no-install outgate init --yes
git add .
git commit --quiet -m "A commit that may pass"
echo "The package installs, and its gate lets a clean commit through."
