// Who answers a submission: a signed-in person within his scope, or who holds the link of this one (P2, P7).
#pragma once

#include "desks/credit/blind_test/blind_test.hpp"
#include "floor/platform/act.hpp"

namespace credit::blind_test {

struct Answerer {
  Answerer(const identity::Actor& person) : actor(person) {}
  static Answerer by_link(const Submission& of) {
    Answerer answerer{identity::Actor{}};
    answerer.link_to = of.id;
    answerer.actor.organisation = of.space;
    answerer.actor.role = identity::Role::member;
    return answerer;
  }
  platform::Author author() const {
    if (link_to) return {platform::Cause::link, {}, actor.organisation, "mail"};
    return platform::Author::of(actor);
  }

  identity::Actor actor;
  SubmissionId link_to = {};  // the one submission that the link opens
};

inline std::optional<Submission> find(db::Transaction& tx, SubmissionId id, const Answerer& by) {
  if (!by.link_to) return find(tx, id, by.actor);
  return by.link_to == id ? find(tx, id) : std::nullopt;
}

}  // namespace credit::blind_test
