// How a letter of the desk reaches its reader: addresses of firms and brokers, and the outbox rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desks/works/letters/letters.hpp"
#include "desks/works/letters/sms_texts.hpp"
#include "floor/links/links.hpp"
#include "floor/messages/messages.hpp"
#include "floor/sms_templates/sms_templates.hpp"

namespace works::letters {

struct Contact {
  identity::OrganisationId organisation;
  identity::AccountId account = {};
  std::string name;  // of the organisation
  std::optional<std::string> mail;
  std::optional<std::string> mobile;  // E.164
};
// The firm's own address and mobile, else those of its first member who has one.
Contact contact_of_firm(db::Transaction& tx, identity::OrganisationId firm);
// The member who declared the claim, else the first who is active.
Contact contact_of_broker(db::Transaction& tx, const claim::Claim& claim);

struct Letter {
  std::string subject;
  std::vector<std::string> paragraphs;  // plain text; "{lien}" where the link goes
  links::LinkId link = {};
  std::string link_path = "/m/";
  std::vector<std::int64_t> attachments = {};
};
void mail(platform::Act& act, const claim::Claim& claim, const Contact& to, const Letter& letter);
void sms(platform::Act& act, const claim::Claim& claim, const Contact& to, const sms_templates::Template& text,
         const sms_templates::Values& values, links::LinkId link = {});
void notice(platform::Act& act, const claim::Claim& claim, const Contact& to, std::string subject, std::string text);

// « Plomberie + Peinture à Lyon 3e Arrondissement »
std::string job_line(const Subject& subject);
// « T-2026-000123 · Plomberie · Lyon 3e Arrondissement »
std::string reference_line(const Subject& subject);

}  // namespace works::letters
