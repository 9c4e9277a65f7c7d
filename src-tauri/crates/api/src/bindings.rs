//! The window's side of the contract, written from the one command list.

use std::collections::BTreeMap;

use ts_rs::{Config, TS, TypeVisitor};

use crate::commands::{Tag, command_list};
use crate::error::ApiError;
use crate::wire::*;

/// Collects the declaration of a shape and of every shape in it.
struct Shapes<'a> {
    config: &'a Config,
    found: &'a mut BTreeMap<String, String>,
}

impl TypeVisitor for Shapes<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_none() {
            // A container such as a list: its parts may still be ours.
            T::visit_generics(self);
            return;
        }
        let name = T::ident(self.config);
        if self.found.contains_key(&name) {
            return;
        }
        let docs = T::docs().unwrap_or_default();
        self.found
            .insert(name, format!("{docs}export {}", T::decl(self.config)));
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// The whole generated file.
pub fn typescript() -> String {
    let config = Config::new().with_large_int("number");
    let mut found = BTreeMap::new();
    let mut shapes = Shapes {
        config: &config,
        found: &mut found,
    };
    shapes.visit::<ApiError>();
    shapes.visit::<Tag>();
    let mut commands = String::new();
    let mut table = String::new();
    macro_rules! write_commands {
        ($($kind:ident $name:literal $request:ident => $response:ident, $module:ident :: $handler:ident, [$($tag:ident),*];)*) => {$(
            shapes.visit::<$request>();
            write_commands!(@response $kind shapes $response);
            let kind = stringify!($kind);
            let request = stringify!($request);
            let response = stringify!($response);
            commands.push_str(&format!(
                "  \"{}\": {{ kind: \"{kind}\"; request: {request}; response: {response} }};\n", $name
            ));
            let tags: Vec<String> = vec![$(snake(stringify!($tag))),*];
            table.push_str(&format!("  \"{}\": {{ kind: \"{kind}\", tags: [{}] }},\n", $name, tags.join(", ")));
        )*};
        (@response bytes $shapes:ident $response:ident) => {};
        (@response $kind:ident $shapes:ident $response:ident) => { $shapes.visit::<$response>(); };
    }
    command_list!(write_commands);
    let shapes: Vec<String> = found.into_values().collect();
    format!(
        "// Written by `cargo xtask bindings` from the command list; do not edit.\n\n\
         export type Bytes = ArrayBuffer;\n\n{}\n\n\
         /** Every command with what it takes and gives. */\nexport interface Commands {{\n{commands}}}\n\n\
         export type CommandName = keyof Commands;\n\n\
         /** What a query shows; what a change or act makes stale. */\n\
         export const commandTags: {{ readonly [N in CommandName]: {{ kind: Commands[N][\"kind\"]; tags: readonly Tag[] }} }} = {{\n{table}}};\n",
        shapes.join("\n\n")
    )
}

/// `PriceList` as it crosses the wire: `"price_list"`.
fn snake(name: &str) -> String {
    let mut text = String::from("\"");
    for (index, character) in name.chars().enumerate() {
        if character.is_uppercase() && index > 0 {
            text.push('_');
        }
        text.push(character.to_ascii_lowercase());
    }
    text.push('"');
    text
}
