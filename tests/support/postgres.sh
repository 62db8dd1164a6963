# shellcheck shell=bash
# A PostgreSQL of our own for tests, benchmarks and crash runs. Source it, then:
#   start_postgres DIR [setting=value…]   start the cluster kept in DIR (made on first use), print its libpq conninfo
#   stop_postgres DIR                     stop it and wait until it is gone
# It listens on a Unix socket only and lets in nobody but the calling account (peer), who is superuser.

# PostgreSQL refuses to run as root: root lends its cluster to the account of the Debian package.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

postgres_program() {
  find /usr/lib/postgresql/*/bin -name "$1" | sort -V | tail -n 1
}

# DIR itself, unless the account cannot reach it (a checkout in /root) or its name is too long for a socket (107 bytes).
postgres_home() {
  mkdir -p "$1"
  local dir
  dir=$(realpath "$1")
  [ "$(id -u)" != 0 ] || chown postgres: "$dir"
  if [ ${#dir} -le 80 ] && as_postgres test -w "$dir" 2>/dev/null; then
    echo "$dir"
  else
    local far
    far="${TMPDIR:-/tmp}/mandat-postgres-$(id -u)-$(sha256sum <<<"$dir" | cut -c 1-16)"
    as_postgres mkdir -p -m 755 "$far"
    echo "$far"
  fi
}

start_postgres() {
  local home me=postgres
  home=$(postgres_home "$1")
  shift
  me=$(id -un)
  if [ ! -f "$home/data/ready" ]; then
    (cd / && as_postgres rm -rf "$home/data" &&
      as_postgres "$(postgres_program initdb)" -D "$home/data" -U "$me" -A peer --locale=C.UTF-8 --encoding=UTF8 >/dev/null &&
      as_postgres touch "$home/data/ready")
  fi
  stop_postgres_in "$home"   # one left behind by a run that was killed
  local settings=(-c "unix_socket_directories=$home" -c listen_addresses= -c max_connections=200 -c fsync=on -c timezone=UTC)
  local setting
  for setting in "$@"; do settings+=(-c "$setting"); done
  # Descriptors are closed so that a caller's lock or pipe does not live on in the server.
  if ! (cd / && as_postgres "$(postgres_program pg_ctl)" -D "$home/data" -l "$home/log" -w -t 60 -s \
      -o "$(printf '%q ' "${settings[@]}")" start 3>&- 9>&- >/dev/null); then
    tail -n 20 "$home/log" >&2
    return 1
  fi
  echo "host='$home' user=$me dbname=postgres"
}

stop_postgres() {
  stop_postgres_in "$(postgres_home "$1")"
}

stop_postgres_in() {
  if [ -f "$1/data/postmaster.pid" ]; then
    (cd / && as_postgres "$(postgres_program pg_ctl)" -D "$1/data" -m fast -w -s stop) 2>/dev/null || true
  fi
}
