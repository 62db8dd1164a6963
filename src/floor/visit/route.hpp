// Routes as rows: method, path, who may call, handler (P2). A row without a declared permission does not start.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "floor/identity/actor.hpp"
#include "floor/platform/platform.hpp"
#include "web/http.hpp"

namespace visit {

// Who may call a route at all. What rows an actor sees is decided by each query's scope, never here.
struct Permission {
  enum class Who { undeclared, anonymous, anyone, link_holder, signed_in, demo_visitor };
  Who who = Who::undeclared;
  identity::KindSet kinds = {};  // signed_in: organisations of one of these kinds; empty: all
  identity::Role at_least = identity::Role::reader;
  // signed_in: also who must set up a second factor before anything else opens (P6).
  enum class Before { nothing, second_factor } open_before = Before::nothing;

  static constexpr Permission anonymous() { return {Who::anonymous}; }  // no session is looked for: assets, health
  static constexpr Permission anyone() { return {Who::anyone}; }        // signed in or not
  static constexpr Permission link_holder() {
    return {Who::link_holder};
  }  // a token in the path, checked by the handler
  static constexpr Permission signed_in() { return {Who::signed_in}; }
  static constexpr Permission enrolling() {
    return {Who::signed_in, {}, identity::Role::reader, Before::second_factor};
  }
  static constexpr Permission of(identity::KindSet kinds, identity::Role role = identity::Role::reader) {
    return {Who::signed_in, kinds, role};
  }
  static constexpr Permission demo_visitor() { return {Who::demo_visitor}; }  // the route exists in demo mode only
};

struct Site;

// An id as an address or a form holds it; 0 for what is none: then nothing is found.
std::int64_t id_from_text(std::string_view text);
template <class Id>
Id typed_id(std::string_view text) {
  return Id{id_from_text(text)};
}

struct Session {
  std::string id;  // hash of the cookie's secret
  std::string csrf_token;
  identity::Actor actor;
};

// One request as a handler sees it.
struct Visit {
  web::Request& request;
  platform::Platform& platform;
  const Site& site;                     // what the desks bring to every page: see page.hpp
  base::Instant now;                    // read once
  std::optional<Session> session = {};  // always there on signed_in routes
  // What the session opens; second_factor: nothing but setting one up (P6).
  enum class Reach { everything, second_factor } reach = Reach::everything;

  const identity::Actor& actor() const { return session.value().actor; }
  platform::Author author() const { return platform::Author::of(actor()); }
  std::int64_t id(std::size_t index = 0) const { return id_from_text(parameter(index)); }  // of a path parameter
  std::string_view parameter(std::size_t index) const { return request.path_parameters.at(index); }
};

using Handler = web::Response (*)(Visit&);

// A handler that hashes a password or has a document checked waits on others: it must not hold a worker meanwhile.
enum class Pace { quick, waits };

struct Route {
  web::Method method;
  std::string_view pattern;  // "/travaux/dossiers/{}"
  Permission permission;
  Handler handler;
  Pace pace = Pace::quick;
};

}  // namespace visit
