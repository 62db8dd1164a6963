// The underwriter's own link to one submission (C4, P7): in his mail, reusable, sent again or withdrawn by the broker.
#pragma once

#include <optional>

#include "desks/credit/blind_test/answerer.hpp"
#include "desks/credit/blind_test/test_actions.hpp"
#include "floor/visit/route.hpp"
#include "floor/workspace/workspace.hpp"

namespace credit::blind_test {

inline constexpr base::Rule underwriter_link_rules[] = {
    MANDAT_RULE(
        "C4.link",
        "Who is asked by mail answers behind a link of his own, in the grid or by the workbook prepared for him; "
        "the link opens nothing else, and the broker can send another or withdraw it"),
};

inline constexpr std::string_view answers_link = "credit.answers";  // purpose

inline constexpr base::RefusalCode no_email{base::RefusalKind::invalid, "credit.submission.email"};
inline constexpr base::RefusalCode no_link{base::RefusalKind::conflict, "credit.submission.no_link"};

// For a submission that goes by mail; those before are revoked.
void issue_link(platform::Act& act, Submission& submission);

base::Outcome<base::Done> send_again(platform::Platform& platform, const identity::Actor& broker, SubmissionId id,
                                     std::string_view email);
base::Outcome<base::Done> withdraw_link(platform::Platform& platform, const identity::Actor& broker, SubmissionId id);

// By which door one comes to a submission.
enum class Side { broker, space, link_holder };
struct GridDoor {
  SubmissionId id;
  Side side;
  Answerer by;
  std::string token = {};

  bool underwriter() const { return side != Side::broker; }
  web::html::Url page() const;
  web::html::Url at(std::string_view act) const;  // "reponses"
};
// The door, or what is answered instead: the page that asks for a code, or 404.
struct GridArrival {
  std::optional<GridDoor> door;
  web::Response otherwise = {};
};
GridArrival arrive(visit::Visit& visit);

}  // namespace credit::blind_test
