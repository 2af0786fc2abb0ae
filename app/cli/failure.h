// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exitcodes.h"
#include "engine/api/error.h"
#include "engine/api/errortext.h"

#include <utility>
#include <variant>

namespace leat {

/// Why a command stops: an error with the text to show, which is the command line's own where it
/// knows better than describe() what was typed.
struct Failure
{
    Error error;
    ErrorText text;

    Failure() = default;
    Failure(Error e) : error(std::move(e)), text(describe(error)) {}
    Failure(Error e, ErrorText t) : error(std::move(e)), text(std::move(t)) {}
    int exitCode() const { return exitCodeFor(error.code); }
};

/// A mistake on the command line itself.
inline Failure usageFailure(ErrorCode code, const QString& sentence, const QString& remedy)
{
    return {makeError(code), ErrorText{sentence, remedy}};
}

/// A value or the Failure that stopped us; Result<T> for this folder.
template <typename T>
class [[nodiscard]] Try
{
public:
    Try(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Try(Failure failure) : m_state(std::in_place_index<1>, std::move(failure)) {}

    explicit operator bool() const noexcept { return m_state.index() == 0; }
    T& operator*() & { return std::get<0>(m_state); }
    const T& operator*() const& { return std::get<0>(m_state); }
    T&& operator*() && { return std::get<0>(std::move(m_state)); }
    T* operator->() { return &std::get<0>(m_state); }
    const T* operator->() const { return &std::get<0>(m_state); }
    const Failure& failure() const { return std::get<1>(m_state); }

private:
    std::variant<T, Failure> m_state;
};

} // namespace leat
