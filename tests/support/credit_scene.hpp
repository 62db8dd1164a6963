// Desk credit in one line each: placements taken as far as a test needs.
#pragma once

#include <vector>

#include "desks/credit/blind_test/blind_test.hpp"
#include "desks/credit/placement/first_contact.hpp"
#include "support/house.hpp"

namespace support::credit_scene {

inline constexpr std::string_view client_name = "Tôlerie Vauquelin";

credit::placement::ContactForm contact_form();  // a small company that calls for a credit insurance
credit::PlacementId open(House& house, const Person& broker);
// The same, for a company that has its own space.
credit::PlacementId open_for(House& house, const Person& broker, identity::OrganisationId company);
credit::placement::Placement placement(House& house, credit::PlacementId id);

// Three buyers with identifiers, and one without.
void add_buyers(House& house, const Person& broker, credit::PlacementId id);
void add_many_buyers(House& house, const Person& broker, credit::PlacementId id, int count);
// Closed as it stands, whatever is missing.
void complete_information(House& house, const Person& broker, credit::PlacementId id);

// An insurer of the directory, whose underwriters answer in a space of their own.
void give_space(House& house, const std::string& slug, identity::OrganisationId insurer);
// To Coface in its space, to Atradius by mail.
credit::blind_test::BlindTest launch(House& house, const Person& broker, credit::PlacementId id);
std::vector<credit::blind_test::Submission> submissions(House& house, credit::blind_test::TestId test);

// Buyers added, information complete, test sent: the insurer's copy.
credit::blind_test::Submission asked(House& house, const Person& broker, identity::OrganisationId insurer);

// The page behind the company's link, and behind an underwriter's: "/questionnaire/…", "/test-a-blanc/…".
std::string questionnaire_link(House& house, const Person& broker, credit::PlacementId id,
                               std::string_view email = "ines@vauquelin.example");
std::string answers_link(House& house, const credit::blind_test::Submission& submission);

}  // namespace support::credit_scene
