// Asio and Beast, compiled once (see the definitions in cmake/Flags.cmake).
#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>
