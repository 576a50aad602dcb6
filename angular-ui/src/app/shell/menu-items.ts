import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ConfigStateService, PermissionService, RoutesService, type ABP, type TreeNode } from '@abp/ng.core';

export interface MenuItem {
  path: string;
  name: string;
  icon: string;
}

/** What the signed-in person may open: our screens, and apart from them ABP's (administration). */
@Injectable({ providedIn: 'root' })
export class MenuItems {
  private readonly routes = inject(RoutesService);
  private readonly permissions = inject(PermissionService);
  private readonly tree = toSignal(this.routes.visible$, { initialValue: [] as TreeNode<ABP.Route>[] });
  private readonly granted = toSignal(inject(ConfigStateService).getDeep$('auth.grantedPolicies'));

  readonly screens = computed(() => this.leaves(this.tree().filter(node => !node.children.length)));
  readonly administration = computed(() => this.leaves(this.tree().filter(node => node.children.length)));

  private leaves(nodes: TreeNode<ABP.Route>[]): MenuItem[] {
    // Read, so that a change of permissions recomputes.
    this.granted();
    return nodes.filter(node => !node.invisible && this.allowed(node)).flatMap(node =>
      node.children.length
        ? this.leaves(node.children)
        : node.path ? [{ path: node.path, name: node.name, icon: iconOf(node) }] : []);
  }

  private allowed(node: ABP.Route): boolean {
    return !node.requiredPolicy || this.permissions.getGrantedPolicy(node.requiredPolicy);
  }
}

// ABP's own routes carry icons of another set, or none.
const icons: Record<string, string> = {
  '/identity/roles': 'bi bi-shield-check',
  '/identity/users': 'bi bi-person-gear',
  '/tenant-management/tenants': 'bi bi-houses',
  '/setting-management': 'bi bi-gear',
};

function iconOf(node: ABP.Route): string {
  return (node.path && icons[node.path]) || (node.iconClass?.startsWith('bi ') ? node.iconClass : 'bi bi-dot');
}
