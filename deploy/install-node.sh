#!/bin/sh
# Installs the collector of one node as a systemd service, on Debian and its like.
set -eu

usage() {
  cat <<'TEXT'
sh deploy/install-node.sh --nats-url URL --creds FILE [options]

Installs the Statwire collector on this host, or brings it up to date. It needs Node 20.11 or newer and systemd 250 or newer.
It writes /opt/statwire and /etc/systemd/system/statwire-collector.service, and nothing else; systemd adds the link that
starts it with the machine, and keeps the service's readings in /var/lib/statwire-collector. Run again, it changes what
differs.

  --nats-url URL     the bus, nats://HOST:4222 or tls://HOST:4222
  --creds FILE       this node's credential, made by "statwire credentials node"; it is copied
  --ca FILE          certificate that signed the bus's, when no public authority did; it is copied
  --node NAME        name of this node [the host's name]; the credential is for one name
  --workspace NAME   its workspace [default]
  --app DIR          what runs, made elsewhere by "node scripts/runtime-tree.mjs DIR collector"; without it, it is built
                     from the checkout that this script is in
  --root DIR         installs below DIR and starts nothing, for an image of another machine
  --dry-run          says what would be done, and does nothing
  --uninstall        stops and removes it; readings that were not sent stay, unless --purge
  --purge            with --uninstall: removes those, too
TEXT
}

fail() {
  echo "install-node.sh: $1" >&2
  exit "${2:-1}"
}

nats_url='' creds='' ca='' node_id='' workspace='' app='' root='' dry_run='' uninstall='' purge=''
while [ $# -gt 0 ]; do
  case $1 in
    --nats-url | --creds | --ca | --node | --workspace | --app | --root)
      [ $# -ge 2 ] || fail "$1 needs a value; --help says how" 2
      case $1 in
        --nats-url) nats_url=$2 ;;
        --creds) creds=$2 ;;
        --ca) ca=$2 ;;
        --node) node_id=$2 ;;
        --workspace) workspace=$2 ;;
        --app) app=$2 ;;
        --root) root=$2 ;;
      esac
      shift 2
      ;;
    --dry-run) dry_run=yes; shift ;;
    --uninstall) uninstall=yes; shift ;;
    --purge) purge=yes; shift ;;
    --help | -h) usage; exit 0 ;;
    *) fail "unknown option $1; --help says how" 2 ;;
  esac
done

here=$(cd "$(dirname "$0")/.." && pwd)
prefix=$root/opt/statwire
unit_name=statwire-collector.service
unit=$root/etc/systemd/system/$unit_name
changed=''

# Runs a command, or only says it.
act() {
  if [ -n "$dry_run" ]; then echo "would run: $*"; else "$@"; fi
}

# systemd of this machine is not asked about another's.
service() {
  [ -n "$root" ] || act systemctl "$@"
}

# Makes a file like another one, when it is not that already.
put() {
  mode=$1 target=$2 source=$3
  if cmp -s "$source" "$target"; then return; fi
  changed=yes
  if [ -n "$dry_run" ]; then
    echo "would write: $target"
  else
    install -D -m "$mode" "$source" "$target"
    echo "wrote $target"
  fi
}

require_node() {
  command -v node >/dev/null || fail "Node is not installed; version 20.11 or newer is needed"
  node -e 'const [a, b] = process.versions.node.split("."); process.exit(+a > 20 || (+a === 20 && +b >= 11) ? 0 : 1)' ||
    fail "Node 20.11 or newer is needed; this is $(node --version)"
}

require_values() {
  if [ -f "$prefix/etc/collector.env" ]; then
    # An update keeps what is not said again.
    nats_url=${nats_url:-$(kept NATS_URL)} node_id=${node_id:-$(kept NODE_ID)} workspace=${workspace:-$(kept WORKSPACE)}
  fi
  node_id=${node_id:-$(uname -n)} workspace=${workspace:-default}
  case $nats_url in
    nats://* | tls://*) ;;
    '') fail "--nats-url is required; --help says how" 2 ;;
    *) fail "--nats-url: expected nats://HOST:PORT or tls://HOST:PORT, got $nats_url" 2 ;;
  esac
  for value in "$nats_url" "$node_id" "$workspace"; do
    case $value in
      *[!A-Za-z0-9._:/@,=-]*) fail "\"$value\" has a character that a settings file cannot hold" 2 ;;
    esac
  done
  [ -n "$creds" ] || [ -f "$prefix/etc/bus.creds" ] || fail "--creds is required; --help says how" 2
  for file in "$creds" "$ca"; do
    [ -z "$file" ] || [ -r "$file" ] || fail "$file cannot be read"
  done
  [ -z "$creds" ] || grep -q 'BEGIN NATS USER JWT' "$creds" || fail "$creds is no credential of a bus"
  [ -z "$app" ] || [ -f "$app/services/collector/dist/main.js" ] || fail "$app has no services/collector/dist/main.js"
}

kept() {
  sed -n "s/^$1=//p" "$prefix/etc/collector.env"
}

install_app() {
  if [ -n "$app" ] && [ -d "$prefix/app" ] && diff -r -q --no-dereference "$app" "$prefix/app" >/dev/null 2>&1; then
    return
  fi
  changed=yes
  if [ -n "$dry_run" ]; then
    echo "would write: $prefix/app"
    return
  fi
  mkdir -p "$prefix"
  rm -rf "$prefix/app.new"
  if [ -n "$app" ]; then cp -R "$app" "$prefix/app.new"; else node "$here/scripts/runtime-tree.mjs" "$prefix/app.new" collector; fi
  chmod -R go-w,go+rX "$prefix/app.new"
  rm -rf "$prefix/app"
  mv "$prefix/app.new" "$prefix/app"
  echo "wrote $prefix/app"
}

settings() {
  echo "# Settings of the collector; node /opt/statwire/app/services/collector/dist/main.js --help lists them all."
  echo "MODE=prod"
  echo "NATS_URL=$nats_url"
  echo "NODE_ID=$node_id"
  echo "WORKSPACE=$workspace"
  if [ -n "$ca" ] || [ -f "$prefix/etc/ca.pem" ]; then echo "NODE_EXTRA_CA_CERTS=/opt/statwire/etc/ca.pem"; fi
}

remove() {
  service disable --now "$unit_name" || true
  act rm -rf "$unit" "$prefix/app" "$prefix/app.new" "$prefix/etc"
  [ ! -d "$prefix" ] || act rmdir --ignore-fail-on-non-empty "$prefix"
  [ -z "$purge" ] || act rm -rf "$root/var/lib/private/statwire-collector" "$root/var/lib/statwire-collector"
  service daemon-reload
}

if [ -n "$uninstall" ]; then
  remove
  exit 0
fi
require_node
require_values
[ -n "$root$dry_run" ] || [ "$(id -u)" = 0 ] || fail "needs to be root"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
install_app
settings >"$work/collector.env"
put 0644 "$prefix/etc/collector.env" "$work/collector.env"
echo '{}' >"$work/settings.json"
[ -f "$prefix/etc/settings.json" ] || put 0644 "$prefix/etc/settings.json" "$work/settings.json"
[ -z "$creds" ] || put 0600 "$prefix/etc/bus.creds" "$creds"
[ -z "$ca" ] || put 0644 "$prefix/etc/ca.pem" "$ca"
put 0644 "$unit" "$here/deploy/systemd/$unit_name"
if [ -z "$changed" ]; then
  echo "nothing to do"
  exit 0
fi
service daemon-reload
service enable "$unit_name"
service restart "$unit_name"
