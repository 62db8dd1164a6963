// The nine steps from the first call to the signed policy (C1 to C12), as one table of what leads from one to the next.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "base/state_table.hpp"

namespace credit::placement {

// The step a placement is at: the one that somebody has to finish now.
enum class Step {
  contact,       // 1: who calls, and for what
  information,   // 2: first information and the questionnaire
  analysis,      // 3: risks photographed, case put together
  submission,    // 4: sent to the chosen insurers
  quotes,        // 5: insurers answer
  presentation,  // 6: offers compared with the client, negotiated
  acceptance,    // 7: the client agrees
  issuance,      // 8: the insurer issues the policy
  signature,     // 9: signed, set up
  in_force,
  abandoned,
};
inline constexpr std::array nine_steps{Step::contact,    Step::information, Step::analysis,
                                       Step::submission, Step::quotes,      Step::presentation,
                                       Step::acceptance, Step::issuance,    Step::signature};
constexpr bool open(Step step) { return step != Step::in_force && step != Step::abandoned; }
// 1 to 9; 10 once in force; 0 when abandoned.
constexpr int number_of(Step step) { return step == Step::abandoned ? 0 : static_cast<int>(step) + 1; }

enum class Event {
  contact_recorded,
  information_complete,
  information_reopened,
  assembled,
  sent_to_insurers,
  offers_presented,
  insurers_asked_again,
  recommended,
  declined_by_client,
  accepted_by_client,
  acceptance_retracted,
  policy_issued,
  signature_refused,
  signed_by_client,
  given_up,
};

inline constexpr auto transitions = base::state_table<Step, Event>(
    "credit.placement", {
                            {Step::contact, Event::contact_recorded, Step::information, "C1"},
                            {Step::information, Event::information_complete, Step::analysis, "C2"},
                            {Step::analysis, Event::information_reopened, Step::information, "C3"},
                            {Step::analysis, Event::assembled, Step::submission, "C4"},
                            {Step::submission, Event::information_reopened, Step::information, "C4"},
                            {Step::submission, Event::sent_to_insurers, Step::quotes, "C4"},
                            {Step::quotes, Event::offers_presented, Step::presentation, "C6"},
                            {Step::presentation, Event::insurers_asked_again, Step::quotes, "C8"},
                            {Step::presentation, Event::recommended, Step::acceptance, "C7"},
                            {Step::acceptance, Event::declined_by_client, Step::presentation, "C9"},
                            {Step::acceptance, Event::accepted_by_client, Step::issuance, "C9"},
                            {Step::issuance, Event::policy_issued, Step::signature, "C10"},
                            {Step::issuance, Event::acceptance_retracted, Step::presentation, "C10"},
                            {Step::signature, Event::acceptance_retracted, Step::presentation, "C10"},
                            {Step::signature, Event::signature_refused, Step::presentation, "C11"},
                            {Step::signature, Event::signed_by_client, Step::in_force, "C11"},
                            {Step::contact, Event::given_up, Step::abandoned, "C1"},
                            {Step::information, Event::given_up, Step::abandoned, "C2"},
                            {Step::analysis, Event::given_up, Step::abandoned, "C3"},
                            {Step::submission, Event::given_up, Step::abandoned, "C4"},
                            {Step::quotes, Event::given_up, Step::abandoned, "C6"},
                            {Step::presentation, Event::given_up, Step::abandoned, "C8"},
                            {Step::acceptance, Event::given_up, Step::abandoned, "C9"},
                            {Step::issuance, Event::given_up, Step::abandoned, "C10"},
                            {Step::signature, Event::given_up, Step::abandoned, "C11"},
                        });
static_assert(transitions.deterministic());
static_assert(transitions.reaches(Step::contact, Step::in_force) &&
              transitions.reaches(Step::contact, Step::abandoned));

std::string_view to_text(Step step);
std::optional<Step> step_from_text(std::string_view text);
std::string_view label(Step step);  // "Test à blanc"…

enum class WaitingFor { broker, company, insurers, nobody };
std::string_view to_text(WaitingFor who);
std::optional<WaitingFor> waiting_from_text(std::string_view text);
std::string_view label(WaitingFor who);

// The kind of policyholder (C1).
enum class Size { very_small, small_or_medium, intermediate, large, association };
inline constexpr std::array sizes{Size::very_small, Size::small_or_medium, Size::intermediate, Size::large,
                                  Size::association};
std::string_view to_text(Size size);
std::optional<Size> size_from_text(std::string_view text);
std::string_view label(Size size);

enum class Channel { phone, email };
inline constexpr std::array channels{Channel::phone, Channel::email};
std::string_view to_text(Channel channel);
std::optional<Channel> channel_from_text(std::string_view text);
std::string_view label(Channel channel);

enum class Need { credit_insurance, factoring, advice, existing_policy };
inline constexpr std::array needs{Need::credit_insurance, Need::factoring, Need::advice, Need::existing_policy};
std::string_view to_text(Need need);
std::optional<Need> need_from_text(std::string_view text);
std::string_view label(Need need);

// Why a placement leads to no policy.
enum class GivenUp { no_answer, too_expensive, cover_too_low, stays_with_insurer, not_insurable, duplicate };
inline constexpr std::array reasons_to_give_up{GivenUp::no_answer,     GivenUp::too_expensive,
                                               GivenUp::cover_too_low, GivenUp::stays_with_insurer,
                                               GivenUp::not_insurable, GivenUp::duplicate};
std::string_view to_text(GivenUp reason);
std::optional<GivenUp> given_up_from_text(std::string_view text);
std::string_view label(GivenUp reason);

}  // namespace credit::placement
