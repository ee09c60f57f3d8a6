#!/usr/bin/env bash
# Packs the package and looks at it as its users get it: its manifest, its types, and its program in a foreign repository.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

tarball=$(node scripts/tarball.ts "$folder")
publint "$tarball" --strict
attw "$tarball" --profile esm-only

mkdir "$folder/project"
cd "$folder/project"
git init --quiet .
git config user.name "A newcomer"
git config user.email newcomer@example.org
npm init --yes >/dev/null
npm install --no-audit --no-fund --save-dev "$tarball" 2>&1 | tee "$folder/said"
if grep -q "scripts" "$folder/said"; then
  echo "npm warns of scripts in the package" >&2
  exit 1
fi
echo node_modules > .gitignore
npx --no-install outgate init --yes
git add .
git commit --quiet -m "A commit that may pass"
echo "The package installs, and its gate lets a clean commit through."
