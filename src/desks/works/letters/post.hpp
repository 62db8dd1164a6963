// How a letter of the desk reaches its reader: addresses of firms and brokers, and the outbox rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/rule.hpp"
#include "desks/works/letters/letters.hpp"
#include "desks/works/letters/sms_texts.hpp"
#include "floor/links/links.hpp"
#include "floor/messages/messages.hpp"
#include "floor/sms_templates/sms_templates.hpp"

namespace works::letters {

inline constexpr base::Rule firm_news_rules[] = {
    MANDAT_RULE("P5.firm",
                "Plain news to a firm or about its money stands in its portal at once and leaves by mail as the person "
                "chose whose address it is, else the firm's first member; what has a clock never waits"),
};

struct Contact {
  identity::OrganisationId organisation;
  identity::AccountId account = {};  // of a firm: whose choice of mails counts
  std::string name;                  // of the organisation
  std::optional<std::string> mail;
  std::optional<std::string> mobile;  // E.164
};
// The firm's own address, else its first member's. Its SMS go to the number chosen for them, else the firm's own, else
// its first member's who has a mobile (W13.number).
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
// Nothing without a mobile. {page} becomes the job's page.
void sms(platform::Act& act, const Subject& subject, const Contact& to, const sms_templates::Template& text,
         const sms_templates::Values& values, const sms_templates::Values& shorter = {}, links::LinkId link = {});
void notice(platform::Act& act, const claim::Claim& claim, const Contact& to, std::string subject, std::string text);

// What asks for nothing: the portal at once, a mail as its reader chose (P5.grouped, P5.digest).
struct News {
  std::string subject;
  std::string text;
  std::string next_step = {};  // in the mail a paragraph of its own
  std::string foot;            // of the mail: what it is about, with the link there
};
void inform(platform::Act& act, const claim::Claim& claim, const Contact& to, const News& news);

// Pages that their reader opens signed in, as a mail's text names them.
std::string claim_page(const claim::Claim& claim);  // the broker's
std::string job_page(const Subject& subject);       // the firm's

// « Plomberie + Peinture à Lyon 3e Arrondissement »
std::string job_line(const Subject& subject);
// « T-2026-000123 · Plomberie · Lyon 3e Arrondissement »
std::string reference_line(const Subject& subject);

}  // namespace works::letters
