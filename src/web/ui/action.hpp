// What a person can do from a page: follow a link, or send a form of one button.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/html/markup.hpp"
#include "web/html/url.hpp"
#include "web/ui/icon.hpp"

namespace web::ui {

enum class Look { primary, secondary, quiet, danger };
std::string_view class_of(Look look);  // "btn-primary"

// The act is a POST. With a question it asks before acting: a panel that opens without script.
struct Post {
  std::string csrf_token;
  std::string question = {};     // "Retirer la demande faite à Plomberie du Rhône ?"; empty: acts at once
  std::string consequence = {};  // what will follow, under the question
  std::vector<std::pair<std::string, std::string>> fields = {};
};

struct Action {
  std::string label;  // the verb of the act
  html::Url url;
  Look look = Look::secondary;
  std::optional<Icon> icon = {};
  std::optional<Post> post = {};  // none: a link
};

html::Markup action_button(const Action& action);
html::Markup actions_row(const std::vector<Action>& actions);  // nothing when there is none
html::Markup csrf_input(std::string_view token);               // the hidden field of every form

}  // namespace web::ui
