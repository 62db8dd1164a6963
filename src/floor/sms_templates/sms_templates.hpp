// The SMS texts of the desks and what administrators made of them.
#pragma once

#include <map>

#include "floor/messages/messages.hpp"
#include "floor/platform/platform.hpp"
#include "floor/sms_templates/sms_template.hpp"

namespace sms_templates {

struct Changed {
  Wording wording;
  base::Instant at;
  identity::AccountId by;
};
std::map<std::string, Changed, std::less<>> changed(db::Transaction& tx);  // by the template's key

// What its SMS say now: an administrator's words, else the desk's.
Wording wording_of(db::Transaction& tx, const Template& sms);

// Puts the text into a message that is about to be written; said with the shorter values when it would be too long
// (P5.sms_fit).
void write(db::Transaction& tx, messages::NewMessage& message, const Template& sms, const Values& values,
           const Values& shorter = {});

// The desk's own words and alphabet again: the row goes.
void change(platform::Act& act, const Template& sms, const Wording& wording);

}  // namespace sms_templates
